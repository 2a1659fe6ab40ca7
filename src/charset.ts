const ASCII: ReadonlySet<string> = new Set(['ascii', 'us-ascii', 'ansi_x3.4-1968'])

/**
 * Names that senders use and the Encoding Standard does not know, and those of ASCII, which it takes
 * for windows-1252: what senders mean by bytes beyond ASCII is UTF-8.
 */
const ALIASES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...ASCII].map((name) => [name, 'utf-8'])),
  'ks_c_5601-1992': 'euc-kr',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp1252: 'windows-1252',
}

/** @returns whether `name` is one of those of ASCII. */
export function isAscii(name: string): boolean {
  return ASCII.has(name.trim().toLowerCase())
}

type Decoder = InstanceType<typeof TextDecoder>

const decoders = new Map<string, Decoder>()

/**
 * @param name a charset's name, as an IANA registration, a MIME header or XML has it
 * @returns a decoder that throws at bytes that are not of the charset, or undefined if the name
 * says nothing to this runtime
 */
export function strictDecoder(name: string): Decoder | undefined {
  const key = name.trim().toLowerCase()
  const known = decoders.get(key)
  if (known !== undefined) return known
  try {
    const label = Object.hasOwn(ALIASES, key) ? ALIASES[key] : key
    const decoder = new TextDecoder(label, { fatal: true })
    decoders.set(key, decoder)
    return decoder
  } catch {
    return undefined
  }
}

/** A byte order mark (Unicode §23.8), and the charset that it tells. */
export interface ByteOrderMark {
  readonly bytes: readonly number[]
  readonly charset: string
}

const MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
]

/** @returns the byte order mark that the bytes start with, if there is one. */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  return MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
}

/**
 * @param bytes text in the charset of its byte order mark, else in the charset `name`, else, if this
 * runtime does not know that, in UTF-8
 * @returns the text, with U+FFFD for what cannot be decoded
 */
export function decodeAs(bytes: Uint8Array, name: string): string {
  const encoding = byteOrderMark(bytes)?.charset ?? strictDecoder(name)?.encoding ?? 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
