import { SaxesParser } from 'saxes'
import type { Limits } from '../limits.js'
import { fail, type Report } from '../report.js'
import type { RawAttributes } from './prefixes.js'
import { type Repaired, repairXml } from './repair.js'
import { ReadingStopped, TreeBuilder, type XmlTree } from './tree-builder.js'
import type { XmlText } from './xml-text.js'

/** How a reading of the text went: the tree as far as it came, and where and why it stopped. */
interface Reading {
  readonly tree: TreeBuilder
  readonly stop?: { readonly reason: ReadingStopped; readonly index: number }
}

const DOCTYPE = /<!DOCTYPE/i

/**
 * Reads XML (XML 1.0, Namespaces in XML 1.0) into a DOM with canonical namespaces.
 *
 * It is read as it stands first. Only if it is not well-formed is it repaired, and read again. There
 * are no entities but the five, and a DOCTYPE ends it.
 *
 * @returns the document, as far as it could be read
 */
export function readXml(xml: XmlText, limits: Limits, report: Report): XmlTree {
  let reading = readOnce(xml.text, limits)
  let repaired: Repaired | undefined
  if (reading.stop?.reason.failure === 'xml-malformed' && !DOCTYPE.test(xml.text)) {
    repaired = repairXml(xml.text)
    repaired.notes.reportTo(report, (index) => ({ offset: xml.offsetAt(index) }))
    reading = readOnce(repaired.text, limits)
  }
  const offsetAt = (index: number) => xml.offsetAt(repaired?.originalIndex(index) ?? index)
  reading.tree.notes.reportTo(report, (index) => ({ offset: offsetAt(index) }))
  if (reading.stop !== undefined) {
    const { reason, index } = reading.stop
    const isDoctype = reason.failure === 'xml-malformed' && DOCTYPE.test(xml.text)
    const code = isDoctype ? 'xml-doctype' : reason.failure
    fail(report, code, reason.message, { offset: offsetAt(index) })
  }
  return reading.tree
}

function readOnce(text: string, limits: Limits): Reading {
  const tree = new TreeBuilder(limits)
  const parser = new SaxesParser({ position: false })
  let attributes = 0
  parser.on('error', (error) => {
    throw new ReadingStopped('xml-malformed', `The envelope is not well-formed: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw new ReadingStopped('xml-doctype', 'The envelope has a DOCTYPE.')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.xmlAttributes) {
      const what = `An element has more than ${limits.xmlAttributes} attributes.`
      throw new ReadingStopped('too-many-attributes', what)
    }
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    const start = text.lastIndexOf('<', parser.position - 1)
    tree.startTag(tag.name, tag.attributes as RawAttributes, start)
  })
  parser.on('text', (chunk) => tree.text(chunk))
  parser.on('cdata', (chunk) => tree.text(chunk))
  parser.on('closetag', () => tree.endTag())
  let stop: Reading['stop']
  try {
    parser.write(text).close()
  } catch (reason) {
    if (!(reason instanceof ReadingStopped)) throw reason
    stop = { reason, index: parser.position }
  }
  tree.end()
  return stop === undefined ? { tree } : { tree, stop }
}
