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
  /** The namespace of the operation being read, collapsed; undefined outside one. */
  readonly operationUri: string | undefined
}

type Mapper = (name: SentName, context: EnvelopeContext) => CanonicalName

const foreign: Mapper = ({ uri }) => ({ uri: uri === '' ? null : (uri ?? null), role: 'any' })

/** How the children of an element of each role are named behind the door. */
const MAPPERS: Readonly<Record<Role, Mapper>> = {
  document: (name, context) => {
    if (name.local === 'Envelope') return soapName(name, 'envelope', context)
    // An operation without an envelope: read, so that the refusal tells what it was.
    return foreign(name, context).uri === SOAP ? foreign(name, context) : mm7Name(name, context)
  },
  envelope: (name, context) => {
    if (name.local === 'Header') return soapName(name, 'header', context)
    if (name.local === 'Body') return soapName(name, 'body', context)
    return foreign(name, context)
  },
  header: (name, context) => (isMm7Entry(name) ? mm7Name(name, context) : foreign(name, context)),
  body: (name, context) => (name.uri === SOAP ? foreign(name, context) : mm7Name(name, context)),
  mm7: (name, context) => (isOwn(name, context) ? mm7Name(name, context) : foreign(name, context)),
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

/** @returns whether a child of an MM7 element is MM7's too, rather than of a namespace of its own. */
function isOwn(name: SentName, { operationUri }: EnvelopeContext): boolean {
  return isMm7Entry(name) || collapse(name.uri ?? '') === operationUri
}

/** Takes the name as MM7's, and notes what is odd about its namespace. */
function mm7Name(name: SentName, { notes, index, operationUri }: EnvelopeContext): CanonicalName {
  const sent = name.uri ?? ''
  const uri = collapse(sent)
  if (uri !== sent) {
    notes.add('namespace-white-space', `White space in the namespace ${quote(sent)}.`, index)
  }
  if (uri === '' && name.uri !== undefined) {
    notes.add('namespace-missing', `${name.local} is in no namespace; taken as MM7's.`, index)
  } else if (uri !== '' && !isMm7(uri)) {
    const what = `${name.local} is in the namespace ${quote(uri)}, not one of MM7; taken as such.`
    notes.add('namespace-unknown', what, index, uri)
  } else if (
    operationUri !== undefined &&
    operationUri !== '' &&
    uri !== '' &&
    uri !== operationUri
  ) {
    notes.add(
      'namespace-mixed',
      `Two MM7 namespaces: ${quote(uri)} within ${quote(operationUri)}.`,
      index,
    )
  }
  return { uri: MM7, role: name.local === 'Extension' ? 'any' : 'mm7' }
}
