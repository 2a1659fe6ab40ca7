import type { Attachment } from '../../attachment.js'
import { quote } from '../../report.js'
import { answerNamespace } from '../../soap/namespaces.js'
import type { Address, Recipients } from '../../values.js'
import type { Table } from '../codec.js'
import { describe } from '../complete-fields.js'
import type { Values } from '../write-fields.js'
import { checkAddresses } from './check-addresses.js'
import { checkTexts } from './check-texts.js'
import { checkValues } from './check-values.js'
import { attachmentList, completeAttachments } from './complete-attachments.js'
import { completeMessage } from './complete-message.js'
import { makePresentation } from './make-presentation.js'
import { ownAttachments } from './own-attachments.js'
import { ownContents } from './own-contents.js'
import { type Schema, schemaOf } from './release.js'

/** How a request of a platform is written. */
export interface OwnOptions {
  readonly release?: string
  readonly textSender?: boolean
  readonly makePresentation?: boolean
}

/** A request to be written, all of it there and right. */
export interface OwnMessage {
  readonly transactionId: string
  readonly namespace: string
  readonly attachments: readonly Attachment[]
  readonly values: Values
}

/**
 * Fills in what the input of a request leaves out.
 *
 * @param operation its name
 * @returns a request that the schema takes
 * @throws TypeError if it cannot be written; it names the property as its caller writes it
 */
export function ownMessage(
  operation: string,
  table: Table,
  input: Values,
  options: OwnOptions,
): OwnMessage {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new TypeError(`The message is ${describe(input)}: pass an object.`)
  }
  const { attachments: given, contents, warnings: _, ...rest } = input
  checkBeside(operation, rest)
  checkProperties(table, input)
  checkTexts(rest, '')
  const schema = schemaOf(options.release, input)
  checkNamespace(schema)
  const hasContent = table.entries.some(({ property }) => property === 'contents')
  if (!hasContent && (isGiven(given) || isGiven(contents))) {
    throw new TypeError(`A ${operation} has no content: leave attachments and contents out.`)
  }
  const inputs = attachmentList(given)
  const attachments = arrange(ownAttachments(inputs), options.makePresentation ?? true)
  const whole = {
    ...rest,
    ...schema,
    attachments,
    ...(hasContent && { contents: ownContents(contents, inputs, attachments) }),
  }
  const { hasTextSenders, ...complete } = whole
  const values = completeMessage(table, complete, 'nested')
  const isText = options.textSender ?? hasTextSenders
  const sender = values['senderAddress'] as Address | undefined
  if (isText && sender !== undefined) values['senderAddress'] = { ...sender, kind: 'unknown' }
  checkValues(table, values, '')
  checkAddresses(sender, values['recipients'] as Recipients | undefined, isText)
  const { namespace } = schema
  return { transactionId: rest['transactionId'] as string, namespace, attachments, values }
}

function isGiven(list: unknown): boolean {
  return list !== undefined && !(Array.isArray(list) && list.length === 0)
}

/** Checks what is beside the operation's element in a message that was read. */
function checkBeside(operation: string, rest: Values): void {
  const { transactionId, carrierId, extensions } = rest
  if (rest['operation'] !== undefined && rest['operation'] !== operation) {
    throw new TypeError(`operation is not ${operation}: use the builder for it.`)
  }
  if (typeof transactionId !== 'string' || transactionId === '') {
    throw new TypeError('transactionId is missing: give a text of its own to each request.')
  }
  if (transactionId.trim() !== transactionId) {
    throw new TypeError('transactionId has blanks around it, which readers take off.')
  }
  if (carrierId !== undefined) {
    throw new TypeError('carrierId is what relay/servers send: leave it out.')
  }
  if (isGiven(extensions)) {
    throw new TypeError('extensions are not in the schema of 3GPP: leave them out.')
  }
}

/** What stands in messages that were read, and that no request has: empty, or left out. */
const READ = ['extensions', 'carrierId', 'attachments', 'contents']
const BESIDE = ['operation', 'transactionId', 'namespace', 'attachments', 'warnings']

/** @throws TypeError if a property is none that such a request can have; it names those that it can */
function checkProperties(table: Table, input: Values): void {
  const own = table.entries.map(({ property }) => property).filter((name) => name !== 'extensions')
  const known = [
    ...own,
    ...BESIDE.filter((name) => name !== 'attachments' || own.includes('contents')),
  ]
  for (const name of Object.keys(input)) {
    // What stands in a message that was read was looked at, and says nothing.
    if (known.includes(name) || READ.includes(name)) continue
    throw new TypeError(`There is no property ${name}: there are ${known.join(', ')}.`)
  }
}

function checkNamespace({ namespace }: Schema): void {
  if (answerNamespace(namespace) === namespace) return
  throw new TypeError(`namespace is ${quote(namespace)}, which MM7 cannot have.`)
}

/** @returns the presentation first, given or made, and the others in their order. */
function arrange(attachments: readonly Attachment[], isMade: boolean): readonly Attachment[] {
  const given = attachments.find(({ isPresentation }) => isPresentation)
  if (given !== undefined) return [given, ...attachments.filter((one) => one !== given)]
  if (attachments.length < 2 || !isMade) return attachments
  const made = makePresentation(attachments)
  return made === undefined ? attachments : [...completeAttachments([made]), ...attachments]
}
