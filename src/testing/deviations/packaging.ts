import { base64Lines } from '../base64.js'
import { idOfHref } from '../content-id.js'
import { leafNode, multipartNode } from '../part-node.js'
import {
  type Deviation,
  firstAttachment,
  header,
  nestedMultipart,
  setHeader,
  swap,
} from './deviation.js'

/** What can be wrong with the HTTP headers and the MIME parts. */
export type PackagingDeviation =
  | 'wrong-content-type'
  | 'media-type-without-subtype'
  | 'no-semicolon'
  | 'unquoted-type'
  | 'repeated-parameter'
  | 'encoded-word-name'
  | 'parameter-without-value'
  | 'no-type-parameter'
  | 'no-boundary-parameter'
  | 'long-boundary'
  | 'reused-boundary'
  | 'no-closing-delimiter'
  | 'empty-multipart'
  | 'encoded-multipart'
  | 'no-blank-line'
  | 'header-without-colon'
  | 'repeated-header'
  | 'start-without-brackets'
  | 'content-id-without-brackets'
  | 'repeated-content-id'
  | 'dangling-start'
  | 'root-last'
  | 'unknown-transfer-encoding'
  | 'base64-noise'

const utf8 = new TextEncoder()
const NOTHING = new Uint8Array(0)
const TYPE_PARAMETER = /; type="[^"]*"/

/** RFC 2045, 2046 and 2387. */
export const PACKAGING_DEVIATIONS: Readonly<Record<PackagingDeviation, Deviation>> = {
  'wrong-content-type': {
    warning: 'content-type-unexpected',
    about: 'The request is multipart/mixed, or text/plain without attachments.',
    isHarmless: true,
    contentType: (value) =>
      value.replace('multipart/related', 'multipart/mixed').replace(/^text\/xml/, 'text/plain'),
  },
  'media-type-without-subtype': {
    warning: 'content-type-malformed',
    about: 'The Content-Type of the first attachment has no subtype.',
    needs: 'an attachment',
    isHarmless: false,
    parts: (build) => {
      const part = firstAttachment(build)
      setHeader(part, 'content-type', header(part, 'content-type').replace(/\/.*$/s, ''))
    },
  },
  'no-semicolon': {
    warning: 'parameter-separator-missing',
    about: 'No ; before a parameter of the Content-Type.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, '; start=', ' start='),
  },
  'unquoted-type': {
    warning: 'parameter-unquoted',
    about: 'type=text/xml without quotes.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, TYPE_PARAMETER, '; type=text/xml'),
  },
  'repeated-parameter': {
    warning: 'parameter-repeated',
    about: 'The Content-Type has a type parameter twice.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => `${value}; type=other`,
  },
  'encoded-word-name': {
    warning: 'parameter-encoded-word',
    about: 'The name of the first attachment is in encoded words, against RFC 2047 §5.',
    needs: 'a name on the first attachment',
    isHarmless: false,
    parts: (build) => {
      const part = firstAttachment(build)
      const word = `=?utf-8?B?${base64Lines(utf8.encode(build.message.attachments[0]?.name)).join('')}?=`
      const others = header(part, 'content-type').replace(/; name\*?=(?:"(?:\\.|[^"])*"|[^;]*)/, '')
      setHeader(part, 'content-type', `${others}; name="${word}"`)
    },
  },
  'parameter-without-value': {
    warning: 'parameter-malformed',
    about: 'A word without = among the parameters of the Content-Type.',
    isHarmless: true,
    contentType: (value) => `${value}; soap`,
  },
  'no-type-parameter': {
    warning: 'type-parameter-missing',
    about: 'multipart/related without type.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, TYPE_PARAMETER, ''),
  },
  'no-boundary-parameter': {
    warning: 'boundary-missing',
    about: 'multipart/related without boundary. With a preamble it could not be read at all.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /; boundary="[^"]*"/, ''),
  },
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
      for (const part of [build.multipart, nestedMultipart(build)]) {
        part.boundary = 'mm7-reused-boundary'
      }
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
  'start-without-brackets': {
    warning: 'content-id-brackets',
    about: 'start="envelope" for <envelope>.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /(?<=; start=")<|>(?=")/g, ''),
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
  'dangling-start': {
    warning: 'start-unmatched',
    about: 'start names no part.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /(?<=; start=)"[^"]*"/, '"<nowhere@example.com>"'),
  },
  'root-last': {
    warning: 'root-not-first',
    about: 'The envelope is the last part, and no start says so.',
    needs: 'attachments that are no XML',
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
