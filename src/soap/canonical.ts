import { quote } from '../report.js'
import type { Deviations } from './deviations.js'
import { MM7, type Namespace, quoteNamespace, SOAP } from './namespaces.js'

/** What an element is to the envelope: it decides how its children's names are taken. */
export type Role = 'document' | 'envelope' | 'header' | 'body' | 'fault' | 'detail' | 'mm7' | 'any'

/** An element's name as its sender wrote it, its prefix resolved. */
export interface SentName {
  readonly local: string
  /** Undefined if the prefix was never declared. */
  readonly namespace: Namespace | undefined
}

/** An element's canonical name: one namespace for SOAP, one for MM7, others as sent. */
export interface CanonicalName {
  readonly uri: string | null
  readonly role: Role
  /** Where it is not the local name as sent. */
  readonly name?: string
}

/** What was learnt of the envelope so far, and where it is read. */
export interface EnvelopeContext {
  readonly deviations: Pick<Deviations, 'addOnce'>
  /** @returns where in the text the element is, for the deviations. */
  readonly position: () => number
  /** The namespace of the operation being read; undefined outside one. */
  readonly operation: Namespace | undefined
}

type Mapper = (name: SentName, context: EnvelopeContext) => CanonicalName

const MM7_ELEMENT: CanonicalName = { uri: MM7, role: 'mm7' }
const MM7_EXTENSION: CanonicalName = { uri: MM7, role: 'any' }

const foreign: Mapper = ({ namespace }) => ({ uri: namespace?.uri || null, role: 'any' })

/** How the children of an element of each role get their canonical names. */
const MAPPERS: Readonly<Record<Role, Mapper>> = {
  document: (name, context) => {
    if (isNamed(name, 'Envelope')) return soapName(name, 'envelope', 'Envelope', context)
    // An operation without an envelope: read, so that the refusal tells what it was.
    return isSoap(name) ? foreign(name, context) : mm7Name(name, context)
  },
  envelope: (name, context) => {
    if (isNamed(name, 'Header')) return soapName(name, 'header', 'Header', context)
    if (isNamed(name, 'Body')) return soapName(name, 'body', 'Body', context)
    return foreign(name, context)
  },
  header: (name, context) => (isMm7Entry(name) ? mm7Name(name, context) : foreign(name, context)),
  body: (name, context) => {
    if (name.local === 'Fault') return { ...foreign(name, context), role: 'fault' }
    return isSoap(name) ? foreign(name, context) : mm7Name(name, context)
  },
  fault: (name, context) => ({
    ...foreign(name, context),
    role: name.local.toLowerCase() === 'detail' ? 'detail' : 'any',
  }),
  detail: (name, context) => (isMm7Entry(name) ? mm7Name(name, context) : foreign(name, context)),
  // The operation's own namespace, whatever it is, and what else is meant for MM7's.
  mm7: (name, context) =>
    name.namespace === context.operation || isMm7Entry(name)
      ? mm7Name(name, context)
      : foreign(name, context),
  any: foreign,
}

/** @returns the canonical name of a child of an element with the role `parent`. */
export function canonicalName(
  parent: Role,
  name: SentName,
  context: EnvelopeContext,
): CanonicalName {
  return MAPPERS[parent](name, context)
}

/** @returns whether it is SOAP's element of that name, in another case only if nothing else says otherwise */
function isNamed(name: SentName, wanted: string): boolean {
  const { local, namespace } = name
  if (local === wanted || local.length !== wanted.length) return local === wanted
  const isOther = namespace !== undefined && namespace.uri !== '' && !isSoap(name)
  return !isOther && local.toLowerCase() === wanted.toLowerCase()
}

function soapName(
  name: SentName,
  role: Role,
  wanted: string,
  { deviations, position }: EnvelopeContext,
): CanonicalName {
  const { namespace, local } = name
  if (local !== wanted) {
    const what = () => `${quote(local)} should be ${wanted}; read as that.`
    deviations.addOnce('element-name', local, what, position())
  }
  if (namespace !== undefined && !isSoap(name)) {
    const what = () =>
      `${local} is in the namespace ${quote(namespace.uri)}, not that of SOAP 1.1; taken as SOAP's.`
    deviations.addOnce('soap-namespace', namespace.uri, what, position())
  }
  return { uri: SOAP, role, name: wanted }
}

function isSoap({ namespace }: SentName): boolean {
  return namespace?.uri === SOAP
}

function isMm7Entry({ namespace }: SentName): boolean {
  return namespace === undefined || namespace.uri === '' || namespace.isMeantForMm7
}

/** Takes the name as MM7's, and deviations what deviates in its namespace. */
function mm7Name(name: SentName, context: EnvelopeContext): CanonicalName {
  // What deviates in the operation's namespace was reported with the operation.
  if (name.namespace !== context.operation) reportNamespace(name, context)
  return name.local === 'Extension' ? MM7_EXTENSION : MM7_ELEMENT
}

function reportNamespace({ local, namespace }: SentName, context: EnvelopeContext): void {
  if (namespace === undefined) return
  const { deviations, position } = context
  const { uri, compact } = namespace
  if (uri === '') {
    const what = () => `${local} is in no namespace; taken as MM7's.`
    deviations.addOnce('namespace-missing', uri, what, position())
    return
  }
  const operation = context.operation?.compact ?? ''
  if (compact.length !== uri.length) {
    const what = () => `White space in the namespace ${quote(uri)}; taken out.`
    deviations.addOnce('namespace-white-space', uri, what, position())
  }
  if (!namespace.isMm7) {
    const what = () =>
      `${local} is in the namespace ${quote(compact)}, not one of MM7; taken as MM7's.`
    deviations.addOnce('namespace-unknown', compact, what, position())
  } else if (operation !== '' && compact !== operation) {
    const what = () =>
      `Two MM7 namespaces: ${quoteNamespace(compact)} within ${quoteNamespace(operation)}; both taken as MM7's.`
    deviations.addOnce('namespace-mixed', compact, what, position())
  }
}

/** @returns whether an element of a role is the operation, or what a fault has for one. */
export function isOperation(parent: Role | undefined, role: Role): boolean {
  return parent === 'detail' || (parent === 'body' && role !== 'fault')
}
