import type { Random } from '../random.js'

/** What changes nothing about a message. */
export interface Style {
  readonly lineEnd: '\r\n' | '\n'
  /** Of the names of header fields and parameters. */
  readonly nameCase: (name: string) => string
  readonly areParametersReversed: boolean
  /** What is between the parameters of a header field. */
  readonly separator: string
  /** Prefixes of SOAP's and of MM7's elements. */
  readonly soap: string
  readonly mm7: string
  /** Around the values of attributes. */
  readonly quote: '"' | "'"
  readonly areAttributesReversed: boolean
  /** Between elements that hold elements. */
  readonly between: string
  /** Before the root element, and after it. */
  readonly prolog: string
  readonly epilog: string
  readonly preamble: string
  readonly epilogue: string
  /** How the envelope's part is written. */
  readonly packaging: 'plain' | 'base64' | 'quoted-printable' | 'utf-16'
}

export const PLAIN: Style = {
  lineEnd: '\r\n',
  nameCase: (name) => name,
  areParametersReversed: false,
  separator: '; ',
  soap: 'env:',
  mm7: '',
  quote: '"',
  areAttributesReversed: false,
  between: '',
  prolog: '<?xml version="1.0"?>',
  epilog: '',
  preamble: '',
  epilogue: '',
  packaging: 'plain',
}

const COMMENT = '<!-- a comment -->'
const INSTRUCTION = '<?an instruction?>'

/** @returns another way to write the same message */
export function anyStyle(random: Random): Style {
  return {
    lineEnd: random.pick(['\r\n', '\n']),
    nameCase: random.pick([
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
    ]),
    areParametersReversed: random.below(2) === 0,
    separator: random.pick(['; ', ';', ' ;\t', ';\r\n ', ';\r\n\t']),
    soap: random.pick(['env:', 'soap-env:', 's:']),
    mm7: random.pick(['', 'mm7:', 'm:']),
    quote: random.pick(['"', "'"]),
    areAttributesReversed: random.below(2) === 0,
    between: random.pick(['', '\n  ', COMMENT, `\t${INSTRUCTION}\r\n`]),
    prolog: random.pick(['', PLAIN.prolog, `${PLAIN.prolog}\r\n${COMMENT}`, INSTRUCTION]),
    epilog: random.pick(['', '\n', COMMENT, INSTRUCTION]),
    preamble: random.pick([
      '',
      'This is a message in MIME format.\r\n',
      '\r\n',
      'Note: see below\r\n\r\n',
    ]),
    epilogue: random.pick(['', '\r\n', 'The end.\r\n', '\0\0']),
    packaging: random.pick(['plain', 'plain', 'base64', 'quoted-printable', 'utf-16']),
  }
}
