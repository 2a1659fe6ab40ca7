import { SaxesParser } from 'saxes'
import type { Limits } from '../limits.js'
import { fail, type Report } from '../report.js'
import { reportDeviations } from './deviations.js'
import type { Element } from './element.js'
import { openSection } from './open-section.js'
import { describe, isUnclosed, openTag, stopIndex } from './parser-messages.js'
import { Places } from './places.js'
import type { RawAttributes } from './prefixes.js'
import { ReadingStopped } from './reading-stopped.js'
import { type IsTextElement, repairXml } from './repair.js'
import { TreeBuilder } from './tree-builder.js'
import type { XmlText } from './xml-text.js'

/** An XML document with canonical namespaces, as far as it could be read. */
export interface XmlTree {
  /** Undefined if there is not even one tag. */
  readonly root: Element | undefined
  readonly places: Places
}

/** How a reading of the text went: the tree as far as it came, and where and why it stopped. */
interface Reading {
  readonly tree: TreeBuilder
  readonly stop: { readonly reason: ReadingStopped; readonly index: number } | undefined
}

/** An XML processor of 1.0 reads a document of 1.1 as one of 1.0 (XML 1.0 §2.8). */
const OPTIONS = { position: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const
/**
 * Reads XML (XML 1.0, Namespaces in XML 1.0) into a tree with canonical namespaces.
 *
 * It is read as it is first. Only if it is not well-formed is it repaired, and read again. There
 * are no entities but the five, and a DOCTYPE ends it.
 *
 * @param isText tells which elements of MM7 hold text alone
 * @returns the document, as far as it could be read
 */
export function readXml(
  xml: XmlText,
  limits: Limits,
  report: Report,
  isText: IsTextElement,
): XmlTree {
  const reading = readOnce(xml.text, limits)
  if (reading.stop?.reason.failure !== 'xml-malformed') {
    const { deviations } = reading.tree
    reportDeviations([deviations], deviations.list(), report, xml.offsetAt)
    return finish(reading, xml, report)
  }
  const repaired = repairXml(xml.text, isText, limits)
  const { doctype, unclosed, originalIndex } = repaired
  if (doctype !== undefined) {
    const { deviations } = reading.tree
    reportDeviations([deviations], deviations.list(), report, xml.offsetAt)
    const stop = { reason: doctypeStop(), index: doctype }
    return finish({ tree: reading.tree, stop }, xml, report)
  }
  const again = readOnce(repaired.text, limits)
  const { deviations } = again.tree
  const all = [...repaired.deviations.list(), ...deviations.list(originalIndex)]
  reportDeviations([repaired.deviations, deviations], all, report, xml.offsetAt)
  const offsetAt = (index: number): number => xml.offsetAt(originalIndex(index))
  const stoppedAt = again.stop === undefined ? Infinity : originalIndex(again.stop.index)
  if (unclosed !== undefined && unclosed.index < stoppedAt) {
    const what = `The envelope is not well-formed: ${openTag(unclosed.name)} is not closed.`
    fail(report, 'xml-malformed', what, { offset: xml.offsetAt(unclosed.index) })
  }
  return finish(again, { ...xml, text: repaired.text, offsetAt }, report)
}

/** Hands on to the report why a reading stopped, if it did. */
function finish({ tree, stop }: Reading, text: XmlText, report: Report): XmlTree {
  const { length } = text.text
  const { reason, index } = stop ?? { reason: undefined, index: length }
  if (text.brokenOff !== undefined && index === length) {
    fail(report, 'xml-malformed', text.brokenOff, { offset: text.offsetAt(length) })
  } else if (reason !== undefined) {
    fail(report, reason.failure, reason.message, { offset: text.offsetAt(reason.index ?? index) })
  }
  return { root: tree.root, places: new Places(text) }
}

function doctypeStop(): ReadingStopped {
  return new ReadingStopped('xml-doctype', 'The envelope has a DOCTYPE, which SOAP 1.1 §3 forbids.')
}

function readOnce(text: string, limits: Limits): Reading {
  const parser = new SaxesParser(OPTIONS)
  const tree = new TreeBuilder(limits, tagStartIn(text, parser))
  const unclosed = listen(parser, tree, text)
  let stop: Reading['stop']
  try {
    parser.write(text).close()
    const reason = unclosed()
    if (reason !== undefined) stop = { reason, index: text.length }
  } catch (reason) {
    if (!(reason instanceof ReadingStopped)) throw reason
    stop = { reason, index: reason.index ?? stopIndex(text, parser.position, reason.message) }
  }
  return { tree, stop }
}

/** @returns a function that tells where the tag starts that was read last. */
function tagStartIn(text: string, parser: SaxesParser): () => number {
  // Looked for once a tag: it may be long, and have much to be reported about it.
  let start = 0
  let end = 0
  return () => {
    if (end !== parser.position) {
      end = parser.position
      start = text.lastIndexOf('<', end - 1)
    }
    return start
  }
}

/**
 * Has the tree built of what the parser reads; a handler that throws ends the reading.
 *
 * @returns a function that tells whether an element was open at the end: what the parser has read of its
 * text by then, it hands on after it says so
 */
function listen(
  parser: SaxesParser,
  tree: TreeBuilder,
  text: string,
): () => ReadingStopped | undefined {
  let unclosed: ReadingStopped | undefined
  parser.on('error', ({ message }) => {
    const isAtEnd = isUnclosed(message)
    if (unclosed !== undefined) {
      if (isAtEnd) return
      throw unclosed
    }
    const section = parser.position < text.length ? undefined : openSection(text)
    const what = describe(message, text, parser.position, tree, section)
    const reason = new ReadingStopped('xml-malformed', what, section?.start)
    if (!isAtEnd) throw reason
    unclosed = reason
    tree.text(section?.text ?? '')
  })
  parser.on('doctype', () => {
    throw doctypeStop()
  })
  parser.on('attribute', ({ name, value }) => tree.attribute(name, value))
  parser.on('opentag', (tag) => {
    tree.startTag(tag.name, tag.attributes as RawAttributes, parser.position)
  })
  parser.on('text', (chunk) => tree.text(chunk))
  parser.on('cdata', (chunk) => tree.text(chunk))
  parser.on('closetag', () => tree.endTag())
  return () => unclosed
}
