import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { strictDecoder } from '../src/charset.js'
import { findCharsetName } from '../src/charset-names.js'
import { decodeText } from '../src/decode-text.js'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

describe('strictDecoder', () => {
  it.each([
    ['utf-8', 'utf-8'],
    ['UTF8', 'utf-8'],
    [' utf-8\t', 'utf-8'],
    ['us-ascii', 'utf-8'],
    ['gb2312', 'gbk'],
    ['EUC-KR', 'euc-kr'],
    ['ks_c_5601-1992', 'euc-kr'],
    ['cp932', 'shift_jis'],
    ['cp936', 'gbk'],
    ['CP949', 'euc-kr'],
    ['cp950', 'big5'],
    ['cp1252', 'windows-1252'],
    ['utf-16', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['3', 'utf-8'],
    ['4', 'windows-1252'],
    ['5', 'iso-8859-2'],
    ['17', 'shift_jis'],
    ['106', 'utf-8'],
    ['1000', 'utf-16le'],
    ['1015', 'utf-16le'],
    ['1013', 'utf-16be'],
    ['2025', 'gbk'],
    ['2026', 'big5'],
    ['2252', 'windows-1252'],
    ['charset-106', 'utf-8'],
    ['latin-1', 'windows-1252'],
    ['8859-1', 'windows-1252'],
    ['8859_15', 'iso-8859-15'],
    ['utf8mb4', 'utf-8'],
    ['UTF-8-SIG', 'utf-8'],
    ['Latin 1', 'windows-1252'],
    ['x-iso-8859-1', 'windows-1252'],
    ['ISO8859_15', 'iso-8859-15'],
    ['win-1251', 'windows-1251'],
    ['windows1251', 'windows-1251'],
    ['cp-1251', 'windows-1251'],
    ['windows-932', 'shift_jis'],
    ['SJIS-win', 'shift_jis'],
    ['8859_1', 'windows-1252'],
    ['8859-15', 'iso-8859-15'],
    ['cp65001', 'utf-8'],
    ['cp28591', 'windows-1252'],
    ['dos-866', 'ibm866'],
    ['codepage 1250', 'windows-1250'],
    ['ms874', 'windows-874'],
    ['IBM00850', 'ibm850'],
    ['1200', 'utf-16le'],
    ['cp1201', 'utf-16be'],
    ['MIBenum: 4', 'windows-1252'],
    ['ISO-8859-1:1987', 'windows-1252'],
    ['"utf-8"', 'utf-8'],
    ['cp850', 'ibm850'],
    ['IBM-437', 'ibm437'],
    ['cesu-8', 'utf-8'],
  ])('knows %j', (name, encoding) => {
    expect(strictDecoder(name)?.encoding).toBe(encoding)
    expect(strictDecoder(name)).toBe(strictDecoder(name.toLowerCase()))
    expect(strictDecoder(name)).toBe(strictDecoder(encoding))
  })

  it.each([
    '',
    'x-none',
    'constructor',
    '__proto__',
    'utf-8; a',
    '\0',
    '0',
    '*',
    '99',
    'cp4',
    'win17',
    'cp123456',
    '8859-12',
    'iso-8859-12',
    'utf-7',
    'é'.repeat(100_000),
  ])('does not know %.20j', (name) => {
    expect(strictDecoder(name)).toBeUndefined()
  })

  it.each(['utf-8', 'gbk', 'euc-kr', 'utf-16le', 'shift_jis'])(
    'throws at what is no %s, and decodes on after that',
    (name) => {
      const decoder = strictDecoder(name)
      const text = name === 'utf-16le' ? bytes(0x41, 0, 0x42, 0) : bytes(0x41, 0x42)
      expect(() => decoder?.decode(bytes(0x41, 0xff, 0x82))).toThrow(TypeError)
      expect(decoder?.decode(text)).toBe('AB')
    },
  )
})

/** Labels of the Encoding Standard §4.2, some of each encoding that there is a name for. */
const LABELS =
  'unicode-1-1-utf-8 utf-8 utf8 x-unicode20utf8 866 cp866 csibm866 ibm866 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 latin3 latin4 cyrillic iso-8859-5 arabic asmo-708 ecma-114 iso-8859-6-e iso-8859-6-i ecma-118 elot_928 greek sun_eu_greek iso-8859-7 hebrew visual iso-8859-8 iso-8859-8-e csiso88598i iso-8859-8-i logical l6 latin6 iso8859-10 iso-8859-13 iso885913 iso-8859-14 csisolatin9 l9 iso_8859-15 cskoi8r koi koi8 koi8_r koi8-ru koi8-u csmacintosh mac x-mac-roman dos-874 iso-8859-11 tis-620 windows-874 cp1250 x-cp1250 windows-1251 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso_8859-1:1987 l1 latin1 x-cp1252 cp1253 csisolatin5 iso-8859-9 iso-ir-148 iso_8859-9:1989 l5 latin5 cp1254 cp1255 cp1256 cp1257 cp1258 x-mac-cyrillic x-mac-ukrainian chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 big5 big5-hkscs cn-big5 csbig5 x-x-big5 cseucpkdfmtjapanese euc-jp x-euc-jp csiso2022jp iso-2022-jp csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le'

test.each(LABELS.split(' '))('%s is what this runtime takes it for', (label) => {
  expect(strictDecoder(label)?.encoding).toBe(new TextDecoder(label).encoding)
})

describe('findCharsetName', () => {
  it('tells a nickname from a name', () => {
    for (const name of ['latin1', 'UTF-8', 'cp936', 'us-ascii', 'cesu-8', 'cp850', 'iso8859-15']) {
      expect(findCharsetName(name)).toMatchObject({ isNickname: false })
    }
    for (const name of ['latin-1', '106', 'x-utf-8', 'sjis-win', "'utf-8'"]) {
      expect(findCharsetName(name)).toMatchObject({ isNickname: true })
    }
  })
})

describe('decodeText', () => {
  it.each([
    [bytes(0xe2, 0x82, 0xac), 'utf-8', '€'],
    [bytes(0xd6, 0xd0), 'GB2312', '中'],
    [bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8', 'a'],
    [bytes(0x61, 0xff), 'utf-8', 'a\ufffd'],
    [bytes(0xc3, 0xa9), 'x-none', 'é'],
    [bytes(), 'utf-8', ''],
    [bytes(0x41, 0x7f, 0x80, 0x81, 0x9f, 0xa0, 0xff), 'cp1252', 'A\x7f€\x81Ÿ\xa0ÿ'],
    [bytes(0x41, 0x7f, 0x80, 0xff), 'ibm437', 'A\x7fÇ\u00a0'],
    [bytes(0x41, 0xd5), 'cp850', 'Aı'],
  ])('decodes %j as %s', (input, name, text) => {
    expect(decodeText(input, name).text).toBe(text)
  })
})

describe('a long text', () => {
  const long = (...values: number[]): Uint8Array =>
    Uint8Array.from(
      { length: 20_000 * values.length },
      (_, i) => values[i % values.length] as number,
    )

  it.each([
    [long(0xe2, 0x82, 0xac), 'utf-8', '€', true],
    [long(0xef, 0xbf, 0xbd), 'utf-8', '\ufffd', true],
    [long(0xd6, 0xd0), 'gbk', '中', true],
    [long(0x61, 0xff), 'utf-8', 'a\ufffd', false],
    [long(0xff), 'euc-kr', '\ufffd', false],
    [long(0x61, 0x80), undefined, 'a€', false],
    [long(0x61, 0x80), 'us-ascii', 'a€', false],
    [long(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), 'utf-8', '😀', false],
  ])('is decoded as a short one is: %#', (input, name, unit, isExact) => {
    const { text, ...found } = decodeText(input, name)
    expect(text === unit.repeat(20_000)).toBe(true)
    expect(found.isExact).toBe(isExact)
  })
})

describe('a runtime that has not every encoding', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('knows those that it has, and takes what is said in another for UTF-8', async () => {
    class FewEncodings extends TextDecoder {
      constructor(label?: string, options?: TextDecoderOptions) {
        if (label === 'gbk') throw new RangeError(label)
        super(label, options)
      }
    }
    vi.stubGlobal('TextDecoder', FewEncodings)
    vi.resetModules()
    const few = await import('../src/charset.js')
    expect(few.strictDecoder('gb2312')).toBeUndefined()
    expect(few.strictDecoder('big5')?.encoding).toBe('big5')
    const text = new TextEncoder().encode('中')
    const { decodeText: decodeFew } = await import('../src/decode-text.js')
    expect(decodeFew(text, 'gb2312')).toEqual({ text: '中', charset: 'utf-8', isExact: true })
  })
})
