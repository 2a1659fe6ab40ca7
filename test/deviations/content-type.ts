import { base64Lines } from '../../src/mime/write/base64.js'
import { type Deviation, firstAttachment, header, messageOf, setHeader, swap } from './deviation.js'

/** What can be wrong with a Content-Type: of the request, or of the first attachment. */
export type ContentTypeDeviation =
  | 'wrong-content-type'
  | 'no-semicolon'
  | 'unquoted-type'
  | 'repeated-parameter'
  | 'parameter-without-value'
  | 'no-type-parameter'
  | 'other-type'
  | 'no-boundary-parameter'
  | 'start-without-brackets'
  | 'dangling-start'
  | 'media-type-without-subtype'
  | 'encoded-word-name'

const utf8 = new TextEncoder()
const TYPE_PARAMETER = /; type="[^"]*"/

/** RFC 2045 §5.1, RFC 2387 §3. */
export const CONTENT_TYPE_DEVIATIONS: Readonly<Record<ContentTypeDeviation, Deviation>> = {
  'wrong-content-type': {
    warning: 'content-type-unexpected',
    about: 'The request is multipart/mixed, or text/plain without attachments.',
    isHarmless: true,
    contentType: (value) =>
      value.replace('multipart/related', 'multipart/mixed').replace(/^text\/xml/, 'text/plain'),
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
  'other-type': {
    warning: 'type-parameter-mismatch',
    about: 'type="application/xml" for an envelope that is text/xml.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, TYPE_PARAMETER, '; type="application/xml"'),
  },
  'no-boundary-parameter': {
    warning: 'boundary-missing',
    about: 'multipart/related without boundary. With a preamble it could not be read at all.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /; boundary="[^"]*"/, ''),
  },
  'start-without-brackets': {
    warning: 'content-id-brackets',
    about: 'start="envelope" for <envelope>.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /(?<=; start=")<|>(?=")/g, ''),
  },
  'dangling-start': {
    warning: 'start-unmatched',
    about: 'start names no part.',
    needs: 'an attachment',
    isHarmless: true,
    contentType: (value) => swap(value, /(?<=; start=)"[^"]*"/, '"<nowhere@example.com>"'),
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
  'encoded-word-name': {
    warning: 'encoded-word',
    about: 'The name of the first attachment is in encoded words, against RFC 2047 §5.',
    needs: 'a name on the first attachment',
    isHarmless: false,
    parts: (build) => {
      const part = firstAttachment(build)
      const word = `=?utf-8?B?${base64Lines(utf8.encode(messageOf(build).attachments[0]?.name)).join('')}?=`
      const others = header(part, 'content-type').replace(/; name\*?=(?:"(?:\\.|[^"])*"|[^;]*)/, '')
      setHeader(part, 'content-type', `${others}; name="${word}"`)
    },
  },
}
