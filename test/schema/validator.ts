import { readFileSync } from 'node:fs'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { MM7 } from '../../src/soap/namespaces.js'

/** 3GPP's schema, reconstructed; and Liberty's, which has all of it and more in the same namespace. */
export type SchemaName = 'REL-6-MM7-1-4' | 'ID-MM7'

const SOAP_FILE = 'soap11.xsd'
const provider = new XmlBufferInputProvider({ [SOAP_FILE]: readFileSync(fileOf(SOAP_FILE)) })
xmlRegisterInputProvider(provider)

const validators = new Map<string, XsdValidator>()

function fileOf(name: string): URL {
  return new URL(name, import.meta.url)
}

/** @returns the text of a schema, for the namespace of another release. */
export function schemaText(schema: SchemaName, namespace: string = MM7): string {
  return readFileSync(fileOf(`${schema}.xsd`), 'utf8').replaceAll(MM7, namespace)
}

function validatorOf(schema: SchemaName, namespace: string): XsdValidator {
  const key = `${schema} ${namespace}`
  const known = validators.get(key)
  if (known !== undefined) return known
  const file = `${validators.size}.xsd`
  provider.addBuffer(file, Buffer.from(schemaText(schema, namespace)))
  const imports = [
    ['http://schemas.xmlsoap.org/soap/envelope/', SOAP_FILE],
    [namespace, file],
  ].map(([uri, location]) => `<xs:import namespace="${uri}" schemaLocation="${location}"/>`)
  const core = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
  using document = XmlDocument.fromString(core)
  const validator = XsdValidator.fromDoc(document)
  validators.set(key, validator)
  return validator
}

/**
 * Validates an envelope: libxml2 shares nothing with what is under test.
 *
 * @param xml a whole SOAP envelope
 * @param namespace the MM7 namespace that is in it
 * @returns what is wrong with it; empty if it is valid
 * @throws XmlParseError if it is not well-formed
 */
export function faultsOf(
  xml: string,
  schema: SchemaName = 'REL-6-MM7-1-4',
  namespace: string = MM7,
): readonly string[] {
  const validator = validatorOf(schema, namespace)
  using document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  }
}
