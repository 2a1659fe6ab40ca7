import type { Role, SentName } from './canonical.js'
import { type Namespace, SOAP, XML } from './namespaces.js'
import type { RawAttributes } from './prefixes.js'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
/** SOAP 1.1 §4.1.1, §4.2.2 and §4.2.3; some senders leave out their prefix. */
export const SOAP_ATTRIBUTES: readonly string[] = ['encodingStyle', 'mustUnderstand', 'actor']
/** What any element may have, by namespace: SOAP 1.1 §4.1.1 and §4.2, XML Schema part 1 §2.6; XML's own. */
const ANYWHERE: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  [SOAP, SOAP_ATTRIBUTES],
  [XSI, ['type', 'nil', 'schemaLocation', 'noNamespaceSchemaLocation']],
  [XML, undefined],
])

/** What the attributes of a tag are read with. */
export interface AttributeReading {
  /** Takes a name with a prefix apart. */
  readonly resolve: (name: string) => SentName
  /** Is given an attribute of MM7's with a prefix, which the schema does not have. */
  readonly onPrefixed: (name: string) => void
  /** The namespace that the Envelope is in: SOAP's, whatever it is. */
  envelope: Namespace | undefined
}

/** The attributes of an element that has some. */
export interface KeptAttributes {
  /** All but declarations of namespaces, under the names that readers look for. */
  readonly kept: RawAttributes
  /** The names of those, on an element of SOAP or MM7, that mean nothing there, if any do. */
  readonly stray: ReadonlySet<string> | undefined
  /** `xsi:nil` is among them, and true. */
  readonly isNil: boolean
}

/** The attributes of a start tag, as they stand in it. */
export interface SentAttributes {
  readonly all: RawAttributes
  /** The names of those that declare no namespace. */
  readonly names: readonly string[]
  /** There are no others. */
  readonly isWithoutDeclarations: boolean
}

/**
 * Keeps the attributes of a start tag. One that is meant for MM7's loses its prefix.
 *
 * @param role of the element
 */
export function keepAttributes(
  sent: SentAttributes,
  role: Role,
  operation: Namespace | undefined,
  { resolve, onPrefixed, envelope }: AttributeReading,
): KeptAttributes {
  const { all, names } = sent
  // The names of those that lose their prefix, by what is left.
  let renamed: Map<string, string> | undefined
  let stray: Set<string> | undefined
  let isNil = false
  for (const name of names) {
    if (!name.includes(':')) continue
    const { local, namespace } = resolve(name)
    const isMeant = role === 'mm7' && isMeantForMm7(name, namespace, operation)
    if (isMeant && !(local in all) && !renamed?.has(local)) {
      onPrefixed(name)
      renamed ??= new Map()
      renamed.set(local, name)
    } else if (isMeant || isForeign(name, local, namespace, envelope)) {
      stray ??= new Set()
      stray.add(name)
    }
    isNil ||= local === 'nil' && isTrue(all[name] as string) && isXsi(name, namespace)
  }
  const isAsSent = sent.isWithoutDeclarations && renamed === undefined
  return { kept: isAsSent ? all : pick(sent, renamed), stray, isNil }
}

function pick(
  { all, names }: SentAttributes,
  renamed?: ReadonlyMap<string, string>,
): RawAttributes {
  const kept: Record<string, string> = Object.create(null)
  for (const name of names) {
    const local = name.slice(name.lastIndexOf(':') + 1)
    kept[renamed?.get(local) === name ? local : name] = all[name] as string
  }
  return kept
}

/** Within an operation a prefix that is not declared is judged by its place, `xsi` aside. */
function isMeantForMm7(
  name: string,
  namespace: Namespace | undefined,
  operation: Namespace | undefined,
): boolean {
  if (namespace === undefined) return operation !== undefined && !name.startsWith('xsi:')
  return namespace === operation || namespace.isMeantForMm7
}

/** One whose prefix is not declared may be SOAP's or XML Schema's by what it is called. */
function isForeign(
  name: string,
  local: string,
  namespace: Namespace | undefined,
  envelope: Namespace | undefined,
): boolean {
  if (namespace === undefined) return !name.startsWith('xsi:') && !SOAP_ATTRIBUTES.includes(local)
  const uri = namespace === envelope ? SOAP : namespace.uri
  return !ANYWHERE.has(uri) || ANYWHERE.get(uri)?.includes(local) === false
}

function isXsi(name: string, namespace: Namespace | undefined): boolean {
  return namespace === undefined ? name === 'xsi:nil' : namespace.uri === XSI
}

/** xs:boolean. */
function isTrue(value: string): boolean {
  return /^\s*(?:true|1)\s*$/i.test(value)
}
