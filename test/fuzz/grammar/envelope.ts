import type { Random } from '../random.js'
import type { Style } from './style.js'
import { type Form, inEncodedWord, inXml, type Tokens } from './tokens.js'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'

/** What the writers of elements share. */
export interface Writing {
  readonly random: Random
  readonly tokens: Tokens
  readonly style: Style
  /** Nothing is to be reported. */
  readonly isClean: boolean
  /** What the Contents refer to. */
  readonly hrefs: readonly string[]
}

type Attribute = readonly [name: string, value: string]
type Write = (writing: Writing, name: string) => string

/** The operations that are posted to a platform, in the order of the schema; what ends in `?` may be left out. */
const OPERATIONS: Readonly<Record<string, readonly (readonly [name: string, write: Write])[]>> = {
  DeliverReq: [
    ['MM7Version', fixed('6.8.0')],
    ['MMSRelayServerID?', text],
    ['Extension?', extension],
    ['VASPID?', text],
    ['VASID?', text],
    ['LinkedID?', text],
    ['Sender', holder(address)],
    ['Recipients?', recipients],
    ['SenderSPI?', text],
    ['RecipientSPI?', text],
    ['TimeStamp?', fixed('2014-04-14T16:15:23Z')],
    ['ReplyChargingID?', text],
    ['Priority?', fixed('High')],
    ['Subject?', subject],
    ['ApplicID?', text],
    ['ReplyApplicID?', text],
    ['AuxApplicInfo?', text],
    ['UACapabilities?', capabilities],
    ['Content', contents],
  ],
  DeliveryReportReq: [
    ['MM7Version', fixed('6.8.0')],
    ['MMSRelayServerID?', text],
    ['Extension?', extension],
    ['MessageID', text],
    ['Recipient', holder(address)],
    ['Sender', holder(address)],
    ['Date', fixed('2014-04-14T16:15:23Z')],
    ['MMStatus', fixed('Retrieved')],
    ['StatusText?', text],
    ['ApplicID?', text],
    ['UACapabilities?', capabilities],
  ],
  ReadReplyReq: [
    ['MM7Version', fixed('6.8.0')],
    ['MMSRelayServerID?', text],
    ['MessageID', text],
    ['Recipient', holder(address)],
    ['Sender', holder(address)],
    ['TimeStamp', fixed('2014-04-14T16:15:23Z')],
    ['MMStatus', fixed('Read')],
    ['StatusText?', text],
    ['AuxApplicInfo?', text],
  ],
  SubmitReq: [
    ['MM7Version', fixed('6.8.0')],
    ['SenderIdentification', identification],
    ['Recipients', recipients],
    ['ServiceCode?', text],
    ['LinkedID?', text],
    ['MessageClass?', fixed('Personal')],
    ['ReplyCharging?', (writing, name) => element(writing, name, '', [['replyChargingSize', '9']])],
    ['DeliveryReport?', fixed('true')],
    ['Subject?', subject],
    ['ChargedPartyID?', text],
    ['Content', contents],
  ],
}
/** Of these no multipart with contents is made. */
export const REPORTS: ReadonlySet<string> = new Set(['DeliveryReportReq', 'ReadReplyReq'])

function isIn(random: Random, chance: number): boolean {
  return random.below(chance) === 0
}

/** @returns the name of one of the operations */
export function anyOperation(random: Random): string {
  return random.pick(['DeliverReq', 'DeliverReq', ...Object.keys(OPERATIONS)])
}

function element(writing: Writing, name: string, content: string, sent: Attribute[] = []): string {
  const { mm7, quote, areAttributesReversed } = writing.style
  const all = areAttributesReversed ? [...sent].reverse() : sent
  const attributes = all.map(([key, value]) => ` ${key}=${quote}${value}${quote}`).join('')
  return `<${mm7}${name}${attributes}>${content}</${mm7}${name}>`
}

/** @returns attributes that the schema does not have, now and then */
function stray({ random, tokens, isClean }: Writing): Attribute[] {
  return isClean || !isIn(random, 8)
    ? []
    : [[random.pick(['any', 'mm7any', 'x:any']), tokens.next()]]
}

function fixed(value: string): Write {
  return (writing, name) => element(writing, name, value)
}

function text(writing: Writing, name: string): string {
  return element(writing, name, writing.tokens.next(inXml), stray(writing))
}

function subject(writing: Writing, name: string): string {
  const { isClean, random, tokens } = writing
  const form: Form = isClean || isIn(random, 2) ? inXml : inEncodedWord
  return element(writing, name, `${tokens.next(form)} ${tokens.next(form)}`)
}

function capabilities(writing: Writing, name: string): string {
  return element(writing, name, '', [
    ['UAProf', writing.tokens.next()],
    ['TimeStamp', '2014-04-14T16:15:23Z'],
  ])
}

function address(writing: Writing): string {
  const { random, tokens } = writing
  const name = random.pick(['Number', 'RFC2822Address', 'ShortCode'])
  const attributes: Attribute[] = isIn(random, 3) ? [['displayOnly', 'false']] : []
  if (isIn(random, 3)) attributes.push(['id', tokens.next()])
  return element(writing, name, tokens.next(inXml), [...attributes, ...stray(writing)])
}

function holder(write: (writing: Writing) => string): Write {
  return (writing, name) => spread(writing, name, [write(writing)])
}

/** An element of elements, with what may be between them. */
function spread(writing: Writing, name: string, children: readonly string[]): string {
  const { between } = writing.style
  return element(writing, name, children.map((child) => between + child).join('') + between)
}

function recipients(writing: Writing, name: string): string {
  const lists = ['To', writing.random.pick(['To', 'Cc', 'Bcc'])]
  const children = lists.map((list) => spread(writing, list, [address(writing), address(writing)]))
  return spread(writing, name, children)
}

function identification(writing: Writing, name: string): string {
  const children = [text(writing, 'VASPID'), text(writing, 'VASID')]
  children.push(spread(writing, 'SenderAddress', [address(writing)]))
  return spread(writing, name, children)
}

function extension(writing: Writing, name: string): string {
  const { tokens } = writing
  const inner = `<x:any xmlns:x="urn:${tokens.next()}" a="${tokens.next()}"><x:b>${tokens.next()}</x:b></x:any>`
  return element(writing, name, inner)
}

function contents(writing: Writing, name: string): string {
  const { between } = writing.style
  return writing.hrefs
    .map((href) =>
      element(writing, name, '', [
        ['href', href],
        ['allowAdaptations', 'true'],
      ]),
    )
    .join(between)
}

/** @returns elements that are not the operation's, now and then */
function strangers(writing: Writing): string[] {
  const { random, tokens, isClean } = writing
  if (isClean) return []
  const makers = [
    () => `<x:any xmlns:x="urn:${tokens.next()}">${tokens.next()}</x:any>`,
    () => text(writing, 'Unheard'),
    () => text(writing, 'Subject'),
    () => tokens.next(),
    () => element(writing, 'TimeStamp', tokens.next()),
    () => element(writing, 'Priority', tokens.next()),
  ]
  return makers.flatMap((make) => (isIn(random, 6) ? [make()] : []))
}

/** @returns a whole envelope of the operation */
export function envelope(writing: Writing, operation: string): string {
  const { random, tokens, style, isClean } = writing
  const { soap, between, prolog, epilog } = style
  const rows = (OPERATIONS[operation] as (typeof OPERATIONS)[string]).filter(
    ([name]) => !name.endsWith('?') || isIn(random, 2),
  )
  const children = rows.map(([name, write]) => write(writing, name.replace('?', '')))
  const around = (name: string, inner: readonly string[]): string =>
    `<${soap}${name}>${inner.map((each) => between + each).join('')}${between}</${soap}${name}>`
  const header = [text({ ...writing, isClean: true }, 'TransactionID')]
  if (!isClean && isIn(random, 4)) header.push(`<x:h xmlns:x="urn:x">${tokens.next()}</x:h>`)
  const body = [spread(writing, operation, [...children, ...strangers(writing)])]
  if (!isClean && isIn(random, 8)) body.push(`<x:b xmlns:x="urn:x">${tokens.next()}</x:b>`)
  const mm7 = style.mm7 === '' ? '' : `:${style.mm7.slice(0, -1)}`
  const names = ` xmlns:${soap.slice(0, -1)}="${SOAP}" xmlns${mm7}="${MM7}"`
  const inner = `${around('Header', header)}${between}${around('Body', body)}`
  return `${prolog}<${soap}Envelope${names}>${between}${inner}${between}</${soap}Envelope>${epilog}`
}
