import { DOMParser, type Document } from '@xmldom/xmldom'
import { SaxesParser } from 'saxes'

/** What xmldom warns of, though it is a character like others. */
const REPLACEMENT = 'Unicode replacement character'

/**
 * @param xml an answer
 * @returns its document
 * @throws Error if one of two parsers finds it is not well-formed, or its namespaces are not
 */
export function readWellFormed(xml: string): Document {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  const onError = (_: string, message: string) => {
    if (!message.includes(REPLACEMENT)) throw new Error(message)
  }
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml')
}

/** @returns the text of the first element of this name; undefined if there is none. */
export function textIn(document: Document, name: string): string | undefined {
  return document.getElementsByTagNameNS('*', name)[0]?.textContent ?? undefined
}

/** @returns what an XML document can hold of the text: U+FFFD for what is no character (XML 1.0 §2.2). */
export function asXmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
}
