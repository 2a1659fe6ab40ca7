import { quote } from '../report.js'
import { type Element, textOf } from '../soap/element.js'
import { MM7, SOAP } from '../soap/namespaces.js'
import { allText } from './codecs/details.js'
import { type Context, warnAt } from './context.js'
import { keepUnexpected } from './keep.js'
import { checkName } from './names.js'

/** What a SOAP Fault (SOAP 1.1 §4.4) says beside its detail. */
export interface Fault {
  /** The element that says why, if there is one: its `RSErrorRsp`, or what holds its status. */
  readonly error: Element | undefined
  /** The code that its faultcode stands for: 2000 for what is wrong with the request, else 3000. */
  readonly code: number
  readonly text: string | undefined
  /** The text of a detail that holds no status. */
  readonly details: string | undefined
}

const NAME = 'RSErrorRsp'
/** What is in a Fault, in order, each in no namespace. */
const PARTS: readonly string[] = ['faultcode', 'faultstring', 'faultactor', 'detail']
/** What tells a status, where no `RSErrorRsp` is around it. */
const STATUS = /^status(?:code)?$/i
/** The faultcodes for which the request is to blame (SOAP 1.1 §4.4.1). */
const CLIENT = /(?:^|:)(?:client|mustunderstand|versionmismatch)\b/i

/** Reads a Fault, whatever its parts' order and namespaces. */
export function readFault(context: Context, fault: Element): Fault {
  if (fault.namespace !== SOAP) {
    const what = "Fault is not in the namespace of SOAP 1.1; taken as SOAP's."
    warnAt(context, 'soap-namespace', what, 'Fault', fault)
  }
  const parts = partsOf(context, fault)
  const [code, text] = ['faultcode', 'faultstring'].map((name) => {
    const part = parts.get(name)
    if (part !== undefined) return textOf(part)
    warnAt(context, 'element-missing', `There is no ${name}.`, `Fault/${name}`, fault)
    return undefined
  })
  if (code !== undefined && !code.includes(':')) {
    const what = `The faultcode ${quote(code)} has no prefix; read as SOAP's.`
    warnAt(context, 'value-malformed', what, 'Fault/faultcode', parts.get('faultcode') as Element)
  }
  const detail = parts.get('detail')
  const error = detail === undefined ? undefined : findError(context, detail)
  if (error === undefined || error === detail) {
    const what = `The Fault has no ${NAME}; read without it.`
    warnAt(context, 'element-missing', what, `Fault/detail/${NAME}`, fault)
  }
  return {
    error,
    code: CLIENT.test(code ?? '') ? 2000 : 3000,
    text: text || undefined,
    details: (error === undefined && detail !== undefined && allText(detail)) || undefined,
  }
}

/** @returns the parts of a Fault by their names; of several the first. */
function partsOf(context: Context, fault: Element): ReadonlyMap<string, Element> {
  const parts = new Map<string, Element>()
  let [reached, isOrdered, isPlain] = [0, true, true]
  for (const child of fault.children) {
    const name = child.name.toLowerCase()
    const place = PARTS.indexOf(name)
    if (place < 0 || parts.has(name)) {
      keepUnexpected(context, child, 'Fault')
      continue
    }
    const path = `Fault/${name}`
    checkName(context, child, name, path)
    if (isPlain && child.sentNamespace !== '') {
      isPlain = false
      const what = `${name} is in the namespace ${quote(child.sentNamespace)}, and should be in none; read anyway.`
      warnAt(context, 'soap-namespace', what, path, child)
    }
    if (isOrdered && place < reached) {
      isOrdered = false
      const what = `${name} appears later than in SOAP 1.1; read anyway.`
      warnAt(context, 'element-order', what, path, child)
    }
    reached = place
    parts.set(name, child)
  }
  return parts
}

/** @returns the `RSErrorRsp`, whatever it is called; the detail itself, if the status is in that */
function findError(context: Context, detail: Element): Element | undefined {
  const answers = detail.children.filter(
    ({ namespace, name }) => namespace === MM7 && /rsp$/i.test(name),
  )
  const [error] = answers
  if (error === undefined) {
    return detail.children.some(({ name }) => STATUS.test(name)) ? detail : undefined
  }
  checkName(context, error, NAME, `Fault/detail/${NAME}`)
  for (const child of detail.children) {
    if (child !== error) keepUnexpected(context, child, 'Fault/detail')
  }
  return error
}
