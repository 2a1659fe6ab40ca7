import { createReport } from '../../src/report.js'
import { decodeXml, type XmlSource, type XmlText } from '../../src/soap/xml-text.js'

/** Where what is decoded starts in the body. */
export const START = 1000

/** Decodes an envelope. @returns its text, and the codes of what is reported */
export function decode(
  bytes: Uint8Array,
  charset?: string,
  isVerbatim = true,
): XmlText & { readonly codes: readonly string[] } {
  const report = createReport()
  const source: XmlSource = { bytes, charset, offset: START, isVerbatim }
  const text = decodeXml(source, report)
  return { ...text, codes: report.warnings.map(({ code }) => code) }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
export const be = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text, 'utf16le').swap16())
/** One byte for each character. */
export const raw = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** 한 in EUC-KR, 中 in GB 2312, 日ｱ in Shift_JIS, 😀 in CESU-8. */
export const HAN = '\xc7\xd1'
export const ZHONG = '\xd6\xd0'
export const NI_A = '\x93\xfa\xb1'
export const CESU = '\xed\xa0\xbd\xed\xb8\x80'

export const declared = (charset: string): string => `<?xml version="1.0" encoding="${charset}"?>`
