import * as fc from 'fast-check'
import type {
  AddressInput,
  AttachmentInput,
  ExtensionInput,
  TransferEncoding,
} from '../../input.js'
import type { Address } from '../../values.js'
import { elementText, headerText, idText, someText, xmlName, xmlText } from './texts.js'

/** Records in which every property may be missing. */
export function optional<T>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>
}

const TYPE_SUFFIX = /\/TYPE=/gi

/** Addresses of every kind that has an element of its own. */
export const address: fc.Arbitrary<AddressInput> = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom<Address['kind']>('number', 'rfc2822', 'shortCode'),
      value: fc
        .oneof(fc.constantFrom('+447700900123', '12025550123', 'a@example.com'), someText)
        .map((text) => text.replace(TYPE_SUFFIX, '')),
    }),
    optional<Pick<Address, 'displayOnly' | 'addressCoding' | 'id'>>({
      displayOnly: fc.boolean(),
      addressCoding: fc.constantFrom('encrypted' as const, 'obfuscated' as const),
      id: xmlName,
    }),
  )
  .map(([required, others]) => ({ ...required, ...others }))

/** Moments as XML Schema writes them (part 2 §3.2.7), in any zone. */
export const dateTime: fc.Arbitrary<string> = fc
  .tuple(
    fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    fc.constantFrom('Z', '+00:00', '-05:00', '+05:45', '+14:00'),
    fc.constantFrom(0, 1, 3),
  )
  .map(([date, zone, digits]) => {
    const [seconds = '', fraction = ''] = date.toISOString().slice(0, -1).split('.')
    return `${seconds}${digits === 0 ? '' : `.${fraction.slice(0, digits)}`}${zone}`
  })

/** Moments, and lengths of time (XML Schema part 2 §3.2.6). */
export const timeOrDuration: fc.Arbitrary<string> = fc.oneof(
  dateTime,
  fc.constantFrom('P1D', '-P1Y2M3DT4H5M6.7S', 'PT0S', 'P3M'),
)

/** Elements beyond the schema, in one another. */
export const extension: fc.Arbitrary<ExtensionInput> = fc.letrec<{ element: ExtensionInput }>(
  (tie) => ({
    element: fc
      .tuple(
        fc.record({ name: xmlName }),
        optional<Pick<ExtensionInput, 'namespace' | 'text' | 'attributes' | 'children'>>({
          namespace: fc.constantFrom('urn:example:a', 'http://example.com/b?c&d', undefined),
          text: elementText,
          attributes: fc.dictionary(
            fc.oneof(
              xmlName,
              xmlName.map((name) => `a:${name}`),
            ),
            xmlText,
            { maxKeys: 3 },
          ),
          children: fc.array(tie('element'), { maxLength: 2 }),
        }),
      )
      .map(([required, others]) => ({ ...required, ...others })),
  }),
).element

const MEDIA_TYPES = ['image/jpeg', 'text/plain', 'application/smil', 'video/3gpp', 'text/x-vcard']
const ENCODINGS: TransferEncoding[] = ['binary', '8bit', '7bit', 'base64', 'quoted-printable']

const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  // What is nearly a delimiter, nearly a line end, nearly an escape.
  fc
    .array(fc.constantFrom('\r', '\n', '--', '--=_mm7_0_', '=_mm7_', ' ', '=', '\t', 'x'))
    .map((pieces) => new TextEncoder().encode(pieces.join(''))),
)

/** What an attachment may have beside its bytes. */
const described = optional<AttachmentInput>({
  mediaType: fc.constantFrom(...MEDIA_TYPES),
  parameters: fc.dictionary(
    fc.constantFrom('format', 'x-a', '__proto__', 'constructor'),
    headerText,
  ),
  contentId: idText,
  contentLocation: headerText,
  name: headerText,
  transferEncoding: fc.constantFrom(...ENCODINGS),
})

/**
 * Attachments of any bytes, in any transfer encoding. No two in the list have the same Content-ID or
 * Content-Location: a `href` would find the first of them.
 */
export const attachments: fc.Arbitrary<AttachmentInput[]> = fc
  .uniqueArray(
    fc
      .tuple(fc.record({ bytes }), described)
      .map(([content, others]) => ({ ...content, ...others })),
    { maxLength: 4, selector: ({ contentId }) => contentId ?? {} },
  )
  .map((list) =>
    list.map((one, at) => {
      const { contentLocation } = one
      if (contentLocation === undefined) return one
      return { ...one, contentLocation: `there:${at}/${encodeURIComponent(contentLocation)}` }
    }),
  )
