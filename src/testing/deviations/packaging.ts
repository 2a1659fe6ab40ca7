import { idOfHref } from '../content-id.js'
import { leafNode, multipartNode } from '../part-node.js'
import { type Deviation, header, nestedMultipart, setHeader, swap } from './deviation.js'

/** What can be wrong with the MIME parts. */
export type PackagingDeviation =
  | 'long-boundary'
  | 'reused-boundary'
  | 'byte-order-mark'
  | 'no-closing-delimiter'
  | 'early-closing-delimiter'
  | 'empty-multipart'
  | 'encoded-multipart'
  | 'no-blank-line'
  | 'header-without-colon'
  | 'repeated-header'
  | 'content-id-without-brackets'
  | 'repeated-content-id'
  | 'root-last'
  | 'unknown-transfer-encoding'
  | 'base64-noise'

const utf8 = new TextEncoder()
const NOTHING = new Uint8Array(0)

/** RFC 2045, 2046 and 2387. */
export const PACKAGING_DEVIATIONS: Readonly<Record<PackagingDeviation, Deviation>> = {
  'long-boundary': {
    warning: 'boundary-invalid',
    about: 'A boundary of more than 70 characters.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ multipart }) => {
      multipart.boundary = `mm7-${'long'.repeat(20)}`
    },
  },
  'reused-boundary': {
    warning: 'boundary-reused',
    about: 'The nested multipart has the boundary of the one around it.',
    needs: 'a nested multipart',
    isHarmless: false,
    parts: (build) => {
      const nested = nestedMultipart(build)
      for (const part of [build.multipart, nested]) part.boundary = 'mm7-reused-boundary'
      // It would end the outer one too, before its last part.
      nested.hasLastDelimiter = false
    },
  },
  'byte-order-mark': {
    warning: 'delimiter-malformed',
    about: 'A byte order mark before the first delimiter.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ multipart }) => {
      multipart.mark = '\ufeff'
    },
  },
  'no-closing-delimiter': {
    warning: 'delimiter-not-closed',
    about: 'The last delimiter is missing, as if the message were cut short.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ multipart }) => {
      multipart.hasLastDelimiter = false
    },
  },
  'early-closing-delimiter': {
    warning: 'delimiter-premature',
    about: 'A last delimiter follows the first part, not only the last one.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ multipart }) => {
      multipart.isClosedEarly = true
    },
  },
  'empty-multipart': {
    warning: 'multipart-empty',
    about: 'One more part: a multipart without parts.',
    needs: 'an attachment',
    isHarmless: false,
    parts: ({ multipart }) => {
      multipart.parts.push(multipartNode([['content-type', 'multipart/mixed']], []))
    },
  },
  'encoded-multipart': {
    warning: 'multipart-encoded',
    about: 'The nested multipart is in base64, against RFC 2045 §6.4.',
    needs: 'a nested multipart',
    isHarmless: false,
    parts: (build) => setHeader(nestedMultipart(build), 'content-transfer-encoding', 'base64'),
  },
  'no-blank-line': {
    warning: 'blank-line-missing',
    about: 'No empty line between the headers of the envelope and the envelope.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      setHeader(root, 'content-transfer-encoding', '8bit')
      root.hasBlankLine = false
    },
  },
  'header-without-colon': {
    warning: 'header-line-malformed',
    about: 'A line among the headers of the envelope has lost its colon.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      root.strayLine = 'Content-Description SOAP'
    },
  },
  'repeated-header': {
    warning: 'header-repeated',
    about: 'The envelope has its Content-ID twice.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      root.headers = [...root.headers, ['content-id', header(root, 'content-id')]]
    },
  },
  'content-id-without-brackets': {
    warning: 'content-id-brackets',
    about: 'The Content-ID of the envelope without <>.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      setHeader(root, 'content-id', header(root, 'content-id').slice(1, -1))
    },
  },
  'repeated-content-id': {
    warning: 'content-id-repeated',
    about: 'One more part has the Content-ID that the first Content names.',
    needs: 'a Content with a cid URL',
    isHarmless: false,
    parts: (build) => {
      const id = idOfHref(String(build.message.contents[0]?.href))
      build.multipart.parts.push(leafNode([['content-id', `<${id}>`]], NOTHING))
    },
  },
  'root-last': {
    warning: 'root-not-first',
    about: 'The envelope is the last part, and no start says so.',
    needs: 'attachments that are not XML',
    isHarmless: true,
    parts: ({ multipart, root }) => {
      const { parts } = multipart
      parts.splice(parts.indexOf(root), 1)
      parts.push(root)
    },
    contentType: (value) => swap(value, /; start="[^"]*"/, ''),
  },
  'unknown-transfer-encoding': {
    warning: 'transfer-encoding-unknown',
    about: 'The transfer encoding of the envelope is called x-none.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => setHeader(root, 'content-transfer-encoding', 'x-none'),
  },
  'base64-noise': {
    warning: 'transfer-encoding-noise',
    about: 'The envelope is in base64, with a character that is not of it.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      setHeader(root, 'content-transfer-encoding', 'base64')
      root.damage = (body) => prefixed('!', body)
    },
  },
}

function prefixed(prefix: string, body: Uint8Array): Uint8Array {
  return Uint8Array.from([...utf8.encode(prefix), ...body])
}
