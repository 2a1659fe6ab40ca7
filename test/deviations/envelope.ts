import { escapeXml } from '../../src/soap/escape.js'
import { SOAP } from '../../src/soap/namespaces.js'
import { SOAP_PREFIX } from '../../src/soap/write/write-xml.js'
import { type Build, type Deviation, header, setHeader, swap } from './deviation.js'

/** What can be wrong with the charset, the XML and the SOAP of the envelope. */
export type EnvelopeDeviation =
  | 'contradictory-charset'
  | 'charset-utf8'
  | 'invalid-bytes'
  | 'blank-before-declaration'
  | 'damaged-declaration'
  | 'forbidden-character'
  | 'bare-ampersand'
  | 'bare-less-than'
  | 'bare-cdata-end'
  | 'unquoted-attribute'
  | 'typographic-quotes'
  | 'mismatched-end-tag'
  | 'end-tag-without-slash'
  | 'double-colon'
  | 'undeclared-prefix'
  | 'wrong-soap-namespace'
  | 'extra-soap-header'
  | 'second-operation'
  | 'blank-in-namespace'
  | 'unknown-namespace'
  | 'no-namespace'
  | 'two-namespaces'

const DECLARATION = /<\?xml[^?]*\?>/
const TRANSACTION_ID = /<((?:\w+:)?TransactionID)[^>]*>([^<]*)<\/\1>/
const FF = 0xff

/** Another release than that of the message. */
function otherRelease({ message }: Build): string {
  const tail = message.namespace.endsWith('REL-5-MM7-1-2') ? '5-MM7-1-3' : '5-MM7-1-2'
  return `http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-${tail}`
}

/** Puts another namespace wherever the style of the envelope declares MM7's. */
function renamespace(xml: string, build: Build, uri: string): string {
  const declared = `="${escapeXml(build.message.namespace)}"`
  return swap(xml, declared, `="${uri}"`).replaceAll(declared, `="${uri}"`)
}

/** XML 1.0, SOAP 1.1 §4, RFC 7303. */
export const ENVELOPE_DEVIATIONS: Readonly<Record<EnvelopeDeviation, Deviation>> = {
  'contradictory-charset': {
    warning: 'charset-contradiction',
    about: 'charset=utf-8 in the Content-Type, encoding="ISO-8859-1" in the XML declaration.',
    isHarmless: true,
    envelope: (xml) => swap(xml, 'encoding="UTF-8"', 'encoding="ISO-8859-1"'),
  },
  'charset-utf8': {
    warning: 'charset-unknown',
    about: 'charset=utf8, which no registry has.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      setHeader(root, 'content-type', header(root, 'content-type').replace('utf-8', 'utf8'))
    },
  },
  'invalid-bytes': {
    warning: 'charset-invalid-bytes',
    about: 'A byte FF, which is not of UTF-8, in a comment.',
    isHarmless: true,
    envelope: (xml) => swap(xml, /(?<=\?>)/, '<!--\x7f-->'),
    parts: ({ root }) => {
      root.bytes[root.bytes.indexOf(0x7f)] = FF
    },
  },
  'blank-before-declaration': {
    warning: 'xml-declaration',
    about: 'A line end before the XML declaration.',
    isHarmless: true,
    envelope: (xml, { lineEnd }) => `${lineEnd}${xml}`,
  },
  'damaged-declaration': {
    warning: 'xml-declaration',
    about: "<?xmlversion='1.0'?>",
    isHarmless: true,
    envelope: (xml) => swap(xml, DECLARATION, "<?xmlversion='1.0'?>"),
  },
  'forbidden-character': {
    warning: 'character-forbidden',
    about: 'U+0001, which XML does not have, in a comment.',
    isHarmless: true,
    envelope: (xml) => swap(xml, /(?<=\?>)/, '<!--\x01-->'),
  },
  'bare-ampersand': {
    warning: 'ampersand-bare',
    about: 'An & that is not escaped.',
    needs: 'an & in a text',
    isHarmless: true,
    envelope: (xml) => swap(xml, /&amp;(?!\w+;|#)/, '&'),
  },
  'bare-less-than': {
    warning: 'less-than-bare',
    about: 'A < that is not escaped.',
    needs: 'a < and a digit or a space after it in a text',
    isHarmless: true,
    envelope: (xml) => swap(xml, /(?<=>[^<>"]*)&lt;(?=[\d ])/, '<'),
  },
  'bare-cdata-end': {
    warning: 'greater-than-bare',
    about: 'A ]]> that is not escaped.',
    needs: 'a ]]> in a text',
    isHarmless: true,
    envelope: (xml) => swap(xml, ']]&gt;', ']]>'),
  },
  'unquoted-attribute': {
    warning: 'attribute-malformed',
    about: 'mustUnderstand=1',
    isHarmless: true,
    envelope: (xml) => swap(xml, 'mustUnderstand="1"', 'mustUnderstand=1'),
  },
  'typographic-quotes': {
    warning: 'quote-typographic',
    about: 'mustUnderstand=“1”',
    isHarmless: true,
    envelope: (xml) => swap(xml, 'mustUnderstand="1"', 'mustUnderstand=“1”'),
  },
  'mismatched-end-tag': {
    warning: 'end-tag-prefix',
    about: '<soap-env:Body> ends with </env:Body>.',
    isHarmless: true,
    envelope: (xml) => swap(xml, `</${SOAP_PREFIX}:Body>`, '</env:Body>'),
  },
  'end-tag-without-slash': {
    warning: 'end-tag-slash',
    about: 'The operation ends with a start tag.',
    isHarmless: true,
    envelope: (xml) => xml.replace(/<\/((?:\w+:)?DeliverReq)>/, '<$1>'),
  },
  'double-colon': {
    warning: 'name-double-colon',
    about: '<soap-env::Header>',
    isHarmless: true,
    envelope: (xml) =>
      swap(
        swap(xml, `<${SOAP_PREFIX}:H`, `<${SOAP_PREFIX}::H`),
        `</${SOAP_PREFIX}:H`,
        `</${SOAP_PREFIX}::H`,
      ),
  },
  'undeclared-prefix': {
    warning: 'prefix-undeclared',
    about: 'The prefix of SOAP is not declared.',
    isHarmless: true,
    envelope: (xml) => swap(xml, ` xmlns:${SOAP_PREFIX}="${SOAP}"`, ''),
  },
  'wrong-soap-namespace': {
    warning: 'soap-namespace',
    about: 'The envelope is in the namespace of SOAP 1.2.',
    isHarmless: true,
    envelope: (xml) => swap(xml, SOAP, 'http://www.w3.org/2003/05/soap-envelope'),
  },
  'extra-soap-header': {
    warning: 'soap-header-unknown',
    about: 'A Trace beside the TransactionID.',
    isHarmless: true,
    envelope: (xml) =>
      swap(
        xml,
        `</${SOAP_PREFIX}:Header>`,
        `<t:Trace xmlns:t="urn:example:trace"/></${SOAP_PREFIX}:Header>`,
      ),
  },
  'second-operation': {
    warning: 'soap-body-extra',
    about: 'A second DeliverReq, an empty one.',
    isHarmless: true,
    envelope: (xml, { message }) => {
      const second = `<DeliverReq xmlns="${escapeXml(message.namespace)}"/>`
      return swap(xml, `</${SOAP_PREFIX}:Body>`, `${second}</${SOAP_PREFIX}:Body>`)
    },
  },
  'blank-in-namespace': {
    warning: 'namespace-white-space',
    about: 'A line end in the namespace.',
    needs: 'a namespace',
    isHarmless: true,
    envelope: (xml, build) => {
      const broken = escapeXml(build.message.namespace).replace(/(?<=.)(?=[^/:]*$)/, '\n')
      return renamespace(xml, build, broken)
    },
  },
  'unknown-namespace': {
    warning: 'namespace-unknown',
    about: 'The namespace is urn:mm7, which no release has.',
    needs: 'a namespace',
    isHarmless: false,
    envelope: (xml, build) => renamespace(xml, build, 'urn:mm7'),
  },
  'no-namespace': {
    warning: 'namespace-missing',
    about: 'MM7 is in no namespace.',
    needs: 'a namespace',
    isHarmless: false,
    operation: (build) => {
      build.style = { ...build.style, namespace: '', prefixes: 'default' }
    },
  },
  'two-namespaces': {
    warning: 'namespace-mixed',
    about: 'The TransactionID is in the namespace of another release.',
    needs: 'a namespace',
    isHarmless: true,
    envelope: (xml, build) => {
      const attributes = `xmlns="${otherRelease(build)}" ${SOAP_PREFIX}:mustUnderstand="1"`
      return xml.replace(
        TRANSACTION_ID,
        (_element, _name, id) => `<TransactionID ${attributes}>${id}</TransactionID>`,
      )
    },
  },
}
