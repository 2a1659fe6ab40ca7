/** Bytes that fill a line of 76 characters (RFC 2045 §6.8). */
const LINE_BYTES = 57

/**
 * @param bytes any bytes
 * @returns the lines of their base64, of 76 characters each but the last (RFC 2045 §6.8)
 */
export function base64Lines(bytes: Uint8Array): string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += LINE_BYTES) {
    lines.push(btoa(String.fromCharCode(...bytes.subarray(at, at + LINE_BYTES))))
  }
  return lines
}
