/** Names that senders use and the Encoding Standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  'ks_c_5601-1992': 'euc-kr',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp1252: 'windows-1252',
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

/**
 * @param bytes text in the charset `name`, or in UTF-8 if this runtime does not know that
 * @returns the text, with U+FFFD for what cannot be decoded
 */
export function decodeAs(bytes: Uint8Array, name: string): string {
  const encoding = strictDecoder(name)?.encoding ?? 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
