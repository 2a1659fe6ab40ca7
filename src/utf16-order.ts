/** How much of a text tells in which order its bytes are. */
const GLANCE = 1024
/**
 * What texts are made of: ASCII, Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India and Thailand,
 * punctuation, symbols, those of China, Japan and Korea, emoji. Half of what is read in the wrong order is
 * something else.
 */
const USUAL =
  /[\t\n\r -~\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f\u2010-\u203e\u2600-\u27bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffef\u{1f300}-\u{1faff}]/gu

/**
 * Tells the order of UTF-16 without a byte order mark: big-endian (RFC 2781 §4.3), unless zeros, the upper
 * halves of ASCII, say otherwise. Some characters have a lower half of zero, such as U+4E00, U+3000 and
 * the second surrogate of U+1F600: zeros count where the text makes more sense so, or most of it is ASCII.
 *
 * @param decode undoes UTF-16 in an order
 */
export function utf16Order(
  bytes: Uint8Array,
  decode: (order: 'utf-16be' | 'utf-16le', bytes: Uint8Array) => string,
): 'utf-16be' | 'utf-16le' {
  const start = bytes.subarray(0, GLANCE)
  const zeros = [0, 0]
  for (let at = 0; at < start.length; at++) if (start[at] === 0) (zeros[at % 2] as number) += 1
  const [upper = 0, lower = 0] = zeros
  if (lower <= upper) return 'utf-16be'
  const [big, little] = (['utf-16be', 'utf-16le'] as const).map(
    (order) => decode(order, start).match(USUAL)?.length ?? 0,
  ) as [number, number]
  const isAscii = lower * 4 > start.length
  return little > big || (little === big && isAscii) ? 'utf-16le' : 'utf-16be'
}
