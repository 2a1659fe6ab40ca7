import { concatenate } from '../../src/mime/bytes.js'
import { base64Lines } from '../../src/mime/write/base64.js'
import { leafNode, multipartNode } from '../../src/mime/write/part-node.js'
import { idOfHref } from '../../src/mm7/write/content-id.js'
import type { BuiltRequest } from '../../src/testing/index.js'
import { type Deviation, header, messageOf, nestedMultipart, setHeader, swap } from './deviation.js'

/** What can be wrong with the MIME parts. */
export type PackagingDeviation =
  | 'long-boundary'
  | 'reused-boundary'
  | 'byte-order-mark'
  | 'early-closing-delimiter'
  | 'empty-multipart'
  | 'encoded-multipart'
  | 'header-without-colon'
  | 'repeated-header'
  | 'content-id-without-brackets'
  | 'repeated-content-id'
  | 'root-last'
  | 'unknown-transfer-encoding'
  | 'base64-malformed'
  | 'part-in-preamble'
  | 'field-of-mail'
  | 'decoded-media'

type Body = BuiltRequest['body']

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
    body: (body, build) => {
      const { multipart, lineEnd } = build
      const [inner, outer] = [String(nestedMultipart(build).boundary), String(multipart.boundary)]
      // Its last delimiter would end the outer one too, before its last part.
      const text = latin1(body).replace(`${lineEnd}--${inner}--`, '').replaceAll(inner, outer)
      return Uint8Array.from(Buffer.from(text, 'latin1'))
    },
  },
  'byte-order-mark': {
    warning: 'delimiter-malformed',
    about: 'A byte order mark before the first delimiter.',
    needs: 'an attachment',
    isHarmless: true,
    body: (body, { multipart }) => {
      const at = indexOf(body, `--${multipart.boundary}`)
      return concatenate([utf8.encode('\ufeff'), body.subarray(at)])
    },
  },
  'early-closing-delimiter': {
    warning: 'delimiter-premature',
    about: 'A last delimiter follows the first part, not only the last one.',
    needs: 'an attachment',
    isHarmless: true,
    body: (body, { multipart, lineEnd }) => {
      const delimiter = `${lineEnd}--${multipart.boundary}`
      return insert(body, delimiter, `${delimiter}--`)
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
  'header-without-colon': {
    warning: 'header-line-malformed',
    about: 'A line among the headers of the envelope has lost its colon.',
    needs: 'an attachment',
    isHarmless: true,
    body: (body, { root, lineEnd }) => {
      const id = `${lineEnd}Content-ID: ${header(root, 'content-id')}`
      return insert(body, id, `${lineEnd}Content-Description SOAP`)
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
      const id = idOfHref(String(messageOf(build).contents[0]?.href))
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
  'part-in-preamble': {
    warning: 'delimiter-missing',
    about: 'A part before the first delimiter.',
    needs: 'an attachment',
    isHarmless: true,
    body: (body, { lineEnd }) => {
      const lines = ['Content-Type: text/plain', '', 'lost', '']
      return concatenate([utf8.encode(lines.join(lineEnd)), body])
    },
  },
  'field-of-mail': {
    warning: 'header-unexpected',
    about: 'One more part, a text with a field of mail among its headers.',
    needs: 'an attachment',
    isHarmless: false,
    parts: ({ multipart }) => {
      const headers: [string, string][] = [
        ['date', 'today'],
        ['content-type', 'text/plain'],
      ]
      multipart.parts.push(leafNode(headers, utf8.encode('a')))
    },
  },
  'decoded-media': {
    warning: 'media-decoded',
    about: 'One more part, a picture that was decoded as text and encoded again.',
    needs: 'an attachment',
    isHarmless: false,
    parts: ({ multipart }) => {
      const headers: [string, string][] = [['content-type', 'image/jpeg']]
      multipart.parts.push(leafNode(headers, utf8.encode('\ufffd\ufffd')))
    },
  },
  'unknown-transfer-encoding': {
    warning: 'transfer-encoding-unknown',
    about: 'The transfer encoding of the envelope is called x-none.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => setHeader(root, 'content-transfer-encoding', 'x-none'),
  },
  'base64-malformed': {
    warning: 'transfer-encoding-malformed',
    about: 'The envelope is in base64, with a character that is not of it.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      setHeader(root, 'content-transfer-encoding', 'base64')
    },
    body: (body, { root, lineEnd }) => {
      const [line = ''] = base64Lines(root.bytes)
      return insert(body, line, '!', lineEnd)
    },
  },
}

/** @returns the body with a text before the first place of another. */
function insert(body: Body, before: string, text: string, around = ''): Body {
  const at = indexOf(body, around + before) + around.length
  return concatenate([body.subarray(0, at), utf8.encode(text), body.subarray(at)])
}

function latin1(body: Body): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
}

function indexOf(body: Body, text: string): number {
  return latin1(body).indexOf(text)
}
