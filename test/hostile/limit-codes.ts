import type { Limits } from '../../src/index.js'

/** What each limit's error is called. */
export const CODES: Readonly<Record<keyof Limits, string>> = {
  bodyBytes: 'body-too-large',
  soapBytes: 'soap-too-large',
  parts: 'too-many-parts',
  partDepth: 'parts-too-deep',
  headerBytes: 'headers-too-large',
  allHeaderBytes: 'all-headers-too-large',
  headers: 'too-many-headers',
  parameters: 'too-many-parameters',
  xmlDepth: 'xml-too-deep',
  xmlElements: 'too-many-elements',
  xmlAttributes: 'too-many-attributes',
  allXmlAttributes: 'all-attributes-too-many',
}
