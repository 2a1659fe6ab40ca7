import { quote } from '../report.js'
import { collapse, isMeantForMm7, isMm7, MM7, SOAP } from './namespaces.js'
import type { Notes } from './notes.js'

/** What an element is to the envelope: it decides how its children's names are taken. */
export type Role = 'document' | 'envelope' | 'header' | 'body' | 'mm7' | 'any'

/** An element's name as its sender wrote it, its prefix resolved. */
export interface SentName {
  readonly local: string
  /** Empty for none, undefined if the prefix was never declared. */
  readonly uri: string | undefined
}

/** An element's name behind the door: one namespace for SOAP, one for MM7, others as sent. */
export interface CanonicalName {
  readonly uri: string | null
  readonly role: Role
}

/** What was learnt of the envelope so far, and where it is read. */
export interface EnvelopeContext {
  readonly notes: Notes
  /** Where in the text: for the notes. */
  readonly index: number
  /** The namespace of the operation being read, as sent; undefined outside one. */
  readonly operationUri: string | undefined
}

type Mapper = (name: SentName, context: EnvelopeContext) => CanonicalName

const MM7_ELEMENT: CanonicalName = { uri: MM7, role: 'mm7' }
const MM7_EXTENSION: CanonicalName = { uri: MM7, role: 'any' }

const foreign: Mapper = ({ uri }) => ({ uri: uri === '' ? null : (uri ?? null), role: 'any' })

/** How the children of an element of each role are named behind the door. */
const MAPPERS: Readonly<Record<Role, Mapper>> = {
  document: (name, context) => {
    if (name.local === 'Envelope') return soapName(name, 'envelope', context)
    // An operation without an envelope: read, so that the refusal tells what it was.
    return name.uri === SOAP ? foreign(name, context) : mm7Name(name, context)
  },
  envelope: (name, context) => {
    if (name.local === 'Header') return soapName(name, 'header', context)
    if (name.local === 'Body') return soapName(name, 'body', context)
    return foreign(name, context)
  },
  header: (name, context) => (isMm7Entry(name) ? mm7Name(name, context) : foreign(name, context)),
  body: (name, context) => (name.uri === SOAP ? foreign(name, context) : mm7Name(name, context)),
  // The operation's own namespace, whatever it is, and what else is meant for MM7's.
  mm7: (name, context) =>
    name.uri === context.operationUri || isMm7Entry(name)
      ? mm7Name(name, context)
      : foreign(name, context),
  any: foreign,
}

/** @returns the name behind the door of a child of an element with the role `parent`. */
export function canonicalName(
  parent: Role,
  name: SentName,
  context: EnvelopeContext,
): CanonicalName {
  return MAPPERS[parent](name, context)
}

function soapName(name: SentName, role: Role, { notes, index }: EnvelopeContext): CanonicalName {
  if (name.uri !== SOAP && name.uri !== undefined) {
    const what = `${name.local} is in the namespace ${quote(name.uri)}, not that of SOAP 1.1.`
    notes.add('soap-namespace', what, index, name.uri)
  }
  return { uri: SOAP, role }
}

function isMm7Entry({ uri }: SentName): boolean {
  return uri === undefined || uri === '' || isMeantForMm7(collapse(uri))
}

/** Takes the name as MM7's, and notes what is odd about its namespace. */
function mm7Name(name: SentName, context: EnvelopeContext): CanonicalName {
  // What is odd about the operation's namespace was noted with the operation.
  if (name.uri !== context.operationUri) noteNamespace(name, context)
  return name.local === 'Extension' ? MM7_EXTENSION : MM7_ELEMENT
}

function noteNamespace({ local, uri }: SentName, context: EnvelopeContext): void {
  if (uri === undefined) return
  const { notes, index } = context
  if (uri === '') {
    notes.add('namespace-missing', `${local} is in no namespace; taken as MM7's.`, index)
    return
  }
  const collapsed = collapse(uri)
  const operation = collapse(context.operationUri ?? '')
  if (collapsed !== uri) {
    notes.add('namespace-white-space', `White space in the namespace ${quote(uri)}.`, index)
  }
  if (!isMm7(collapsed)) {
    const what = `${local} is in the namespace ${quote(collapsed)}, not one of MM7; taken as such.`
    notes.add('namespace-unknown', what, index, collapsed)
  } else if (operation !== '' && collapsed !== operation) {
    const what = `Two MM7 namespaces: ${quote(collapsed)} within ${quote(operation)}.`
    notes.add('namespace-mixed', what, index)
  }
}
