import { DEFAULT_LIMITS, type Limits } from '../../src/limits.js'
import { isTextElement } from '../../src/mm7/text-elements.js'
import { createReport, type Report } from '../../src/report.js'
import { readXml, type XmlTree } from '../../src/soap/read-xml.js'

/** Reads a text, each character of which stands for one byte. */
export function readText(
  text: string,
  limits: Limits = DEFAULT_LIMITS,
): { readonly tree: XmlTree; readonly report: Report; readonly told: string[] } {
  const report = createReport()
  const tree = readXml({ text, offsetAt: (index) => index }, limits, report, isTextElement)
  return { tree, report, told: report.warnings.map(({ code, offset }) => `${code} ${offset}`) }
}
