import { type Dimensions, deliverReq, each, onePart, related } from './message.js'

const part = (i: number) => `\r\n--b\r\nContent-ID: <${i}>\r\n\r\nx`

function multipart(i: number, inner: string, isClosed = true): string {
  const close = isClosed ? `\r\n--b${i}--` : ''
  return `\r\n--b${i}\r\nContent-Type: multipart/mixed; boundary="b${i + 1}"\r\n${inner}${close}`
}

/** What stands before the innermost of `depth` multiparts. */
function open(depth: number): string {
  return each(depth, (i) => multipart(i, '', false))
}

/** What grows where the body is split into parts. */
export const delimiters: Dimensions = {
  'near-delimiters, a character more': (n) => onePart('A: b', '\r\n--bX'.repeat(n)),
  'near-delimiters, a word more': (n) => onePart('A: b', '\r\n--b x'.repeat(n)),
  'near-delimiters, three dashes': (n) => onePart('A: b', '\r\n--b---'.repeat(n)),
  'delimiter prefixes': (n) => onePart('A: b', '\r\n--'.repeat(n)),
  'line ends': (n) => onePart('A: b', '\r\n'.repeat(n)),
  'line feeds with a dash': (n) => onePart('A: b', '\n-'.repeat(n)),
  dashes: (n) => onePart('A: b', '-'.repeat(n)),
  'blanks after a delimiter': (n) => related(`--b${' '.repeat(n)}\r\n\r\nx`),
  'blanks after near-delimiters': (n) =>
    onePart('A: b', `\r\n--b${' '.repeat(40)}x`.repeat(Math.ceil(n / 10))),
  'blanks that as many near-delimiters end in': (n) => {
    const line = `x${'--a'.repeat(n)}${' '.repeat(4 * n)}y`
    return related(line, deliverReq(''), 'a'.repeat(3 * n))
  },
  'a boundary that overlaps itself': (n) => related('a'.repeat(n), deliverReq(''), 'a'.repeat(70)),
  'near-delimiters that overlap themselves': (n) =>
    related(`\n--${'a'.repeat(69)}`.repeat(Math.ceil(n / 10)), deliverReq(''), 'a'.repeat(70)),
  'a long boundary': (n) => related(`\r\n--${'a'.repeat(n)}x`, deliverReq(''), 'a'.repeat(n)),
  'a long boundary around many multiparts': (n) => {
    const boundary = 'a'.repeat(n)
    const inner = '\r\n\r\n--i\r\n\r\nx\r\n--i--'
    const one = `--c\r\nContent-Type: multipart/mixed; boundary=i${inner}\r\n`
    const around = `Content-Type: multipart/mixed; boundary=c\r\n\r\n${one.repeat(n / 8)}\r\n--c--`
    return related(`--${boundary}\r\n${around}`, deliverReq(''), boundary)
  },
  parts: (n) => related(each(n, part)),
  'parts without headers': (n) => related('--b\r\n\r\nx\r\n'.repeat(n)),
  'empty parts': (n) => related('--b\r\n'.repeat(n)),
  'last delimiters': (n) => related('--b--\r\n'.repeat(n)),
  'parts after last delimiters': (n) => related('--b--\r\n--b\r\n\r\nx\r\n'.repeat(n)),
  'blanks before the first delimiter': (n) => ({
    ...related(''),
    body: Buffer.concat([Buffer.from(' \n'.repeat(n)), Buffer.from(related('').body as Buffer)]),
  }),
  'preamble of delimiters that no Content-Type names': (n) => ({
    headers: { 'content-type': 'multipart/related' },
    body: Buffer.from(`x\n${'--b c\n'.repeat(n)}`),
  }),
  'preamble with near-delimiters': (n) => ({
    ...related(''),
    body: Buffer.concat([
      Buffer.from('\r\n--bX'.repeat(n)),
      Buffer.from(related('').body as Buffer),
    ]),
  }),
  'nested multiparts': (n) => {
    const close = each(n, (i) => `\r\n--b${n - i}--`)
    return related(`${open(n)}\r\n--b${n}\r\n\r\nx${close}`, deliverReq(''), 'b0')
  },
  'nested multiparts, never closed': (n) =>
    related(`${open(n)}\r\n--b${n}\r\n\r\nx`, deliverReq(''), 'b0'),
  'nested multiparts, and the parts of the innermost': (n) =>
    related(open(n) + each(n, () => `\r\n--b${n}\r\n\r\nx`), deliverReq(''), 'b0'),
  'nested multiparts, opened and closed in turn': (n) =>
    related(
      `${open(20)}${each(n, () => multipart(20, '\r\n--b21\r\n\r\nx\r\n--b21--', false))}`,
      deliverReq(''),
      'b0',
    ),
  'nested multiparts that name no boundary': (n) =>
    related(
      each(n, (i) => `--c${i}\r\nContent-Type: multipart/mixed\r\n\r\n`),
      deliverReq(''),
      'c0',
    ),
  'multiparts with the boundary of the one around': (n) =>
    related('--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(n)),
  'multiparts in a transfer encoding': (n) =>
    related(
      '--b\r\nContent-Type: multipart/mixed; boundary=c\r\nContent-Transfer-Encoding: base64\r\n\r\n'.repeat(
        n,
      ),
    ),
  'delimiters without a line end before them': (n) => related('--b\r\n\r\nx'.repeat(n)),
  'ends of lines like delimiters': (n) => onePart('A: b', 'x--b\r\nx\r\n'.repeat(n)),
  'dashes before a delimiter': (n) => onePart('A: b', `${'-'.repeat(n)}b\r\n\r\n`),
  'dashes that end like delimiters': (n) =>
    related(`x${'-'.repeat(n)}\r\nx\r\n`.repeat(8), deliverReq(''), '-'.repeat(70)),
  'ends of lines like a long boundary': (n) => {
    const boundary = 'a--'.repeat(Math.ceil(n / 16))
    return related(`${boundary}${'\r\n'.repeat(n)}`, deliverReq(''), `${boundary}a`)
  },
  'last delimiters with one glued to them': (n) =>
    related(
      `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--`.repeat(n),
    ),
  'multiparts with another boundary than they name': (n) =>
    related(
      each(n, (i) => `--c${i}\r\nContent-Type: multipart/mixed; boundary=x${i}\r\n\r\n`),
      deliverReq(''),
      'c0',
    ),
  'multiparts with several Content-Types': (n) =>
    onePart(each(n, (i) => `Content-Type: multipart/mixed; boundary=x${i}\r\n`)),
  'parts in the preamble': (n) => ({
    ...related(''),
    body: Buffer.concat([
      Buffer.from('Content-ID: <a>\r\nX-A: 1\r\nx\r\n'.repeat(n)),
      Buffer.from(related('').body as Buffer),
    ]),
  }),
  'parts in the epilogue': (n) => related(`--b--\r\n${'Content-ID: <a>\r\n\r\n'.repeat(n)}`),
  'multiparts without parts': (n) =>
    related(each(n, (i) => `--b\r\nContent-Type: multipart/mixed; boundary=c${i}\r\n\r\nx\r\n`)),
}
