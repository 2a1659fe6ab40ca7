import { describe, expect, it } from 'vitest'
import { createReport } from '../../src/report.js'
import { decodeXml } from '../../src/soap/xml-text.js'
import { be, CESU, declared, decode, HAN, le, NI_A, raw, START, utf8, ZHONG } from './encoded.js'

describe('the charset of an envelope', () => {
  it.each([
    ['UTF-8 unsaid', utf8('<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-8 said', utf8(`${declared('UTF-8')}é`), 'utf-8', `${declared('UTF-8')}é`, []],
    ['UTF-8 behind a mark', utf8('\ufeff<a/>'), 'UTF-8', '<a/>', []],
    ['UTF-8 behind blanks', utf8('\n<a>é</a>'), undefined, '\n<a>é</a>', []],
    ['no name at all', utf8('<a>é</a>'), '', '<a>é</a>', []],
    ['utf8', utf8('<a>é</a>'), 'utf8', '<a>é</a>', ['charset-unknown']],
    ['a charset nobody knows', utf8('<a>é</a>'), 'x-nobody', '<a>é</a>', ['charset-unknown']],
    [
      'a charset nobody knows, said twice',
      utf8(declared('x-nobody')),
      'x-nobody',
      declared('x-nobody'),
      ['charset-unknown'],
    ],
    ['CESU-8, said to be', raw(CESU), 'CESU-8', '😀', []],
    ['CESU-8 by a nickname', raw(CESU), ' cesu8 ', '😀', ['charset-unknown']],
    ['CESU-8 said to be UTF-8', raw(CESU), 'utf-8', '😀', ['charset-contradiction']],
    ['ASCII', utf8('<a>e</a>'), 'us-ascii', '<a>e</a>', []],
    ['ASCII that is UTF-8', utf8('<a>é</a>'), 'ascii', '<a>é</a>', ['charset-contradiction']],
    ['UTF-16 LE with a mark', le('\ufeff<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-16 BE with a mark', be('\ufeff<a>é</a>'), 'utf-16', '<a>é</a>', []],
    ['UTF-16 LE without', le('<a>é</a>'), 'utf-16', '<a>é</a>', []],
    ['UTF-16 BE without', be('<a>é</a>'), undefined, '<a>é</a>', []],
    ['UTF-16 declared', be(declared('utf-16')), undefined, declared('utf-16'), []],
    ['UTF-16 that is not', utf8('<a>é</a>'), 'utf-16', '<a>é</a>', ['charset-contradiction']],
    ['UTF-16 by another name', utf8('<abc/>'), 'unicode', '<abc/>', ['charset-contradiction']],
    ['UTF-16 said to be UTF-8', le('\ufeff<a/>'), 'utf-8', '<a/>', ['charset-contradiction']],
    ['EUC-KR', raw(`<a>${HAN}</a>`), 'euc-kr', '<a>한</a>', []],
    [
      'EUC-KR, declared',
      raw(`${declared('euc-kr')}${HAN}`),
      undefined,
      `${declared('euc-kr')}한`,
      [],
    ],
    [
      'EUC-KR, declared UTF-8',
      raw(`${declared('UTF-8')}${HAN}`),
      'euc-kr',
      `${declared('UTF-8')}한`,
      ['charset-contradiction'],
    ],
    [
      'GB 2312, said to be UTF-8',
      raw(`${declared('GB2312')}${ZHONG}`),
      'utf-8',
      `${declared('GB2312')}中`,
      ['charset-contradiction'],
    ],
    ['ASCII, declared GB 2312', raw(declared('GB2312')), undefined, declared('GB2312'), []],
    ['Shift_JIS', raw(`<a>${NI_A}</a>`), 'Shift_JIS', '<a>日ｱ</a>', []],
    ['Latin-1', raw('<a>\xe9</a>'), 'iso-8859-1', '<a>é</a>', []],
    [
      'UTF-16 LE that is cut within a character',
      le('\ufeff<a>é</a>').subarray(0, -1),
      'utf-16',
      '<a>é</a\ufffd',
      ['charset-invalid-bytes'],
    ],
    [
      'UTF-16 BE that is cut within a character, without a mark',
      be('<a>e</a>').subarray(0, -1),
      undefined,
      '<a>e</a\ufffd',
      ['charset-invalid-bytes'],
    ],
    [
      'UTF-8 said to be EUC-KR',
      utf8('<a>한</a>'),
      'euc-kr',
      '<a>한</a>',
      ['charset-contradiction'],
    ],
    [
      'UTF-8 behind a mark of UTF-16',
      raw('\xff\xfe<a/>b'),
      undefined,
      '<a/>b',
      ['charset-contradiction'],
    ],
    ['Latin-1 of no name', raw('<a>\xe9</a>'), undefined, '<a>é</a>', ['charset-invalid-bytes']],
    [
      'windows-1252 of a name that is unknown',
      raw('<a>\x80</a>'),
      'x-none',
      '<a>€</a>',
      ['charset-unknown', 'charset-invalid-bytes'],
    ],
    [
      'UTF-8 of no name that is damaged',
      raw('<a>\xc3\xa9\xe9</a>'),
      undefined,
      '<a>é\ufffd</a>',
      ['charset-invalid-bytes'],
    ],
    ['what is not UTF-8', raw('<a>\xe9</a>'), 'utf-8', '<a>\ufffd</a>', ['charset-invalid-bytes']],
    [
      'what is not of its own',
      raw('<a>\xff</a>'),
      'euc-kr',
      '<a>\ufffd</a>',
      ['charset-invalid-bytes'],
    ],
    ['a nickname', raw('<a>\xe9</a>'), 'latin-1', '<a>é</a>', ['charset-unknown']],
    ['a number of IANA', raw('<a>\xe9</a>'), '4', '<a>é</a>', ['charset-unknown']],
    [
      'a nickname that is declared',
      raw(`${declared('latin-1')}\xe9`),
      undefined,
      `${declared('latin-1')}é`,
      ['charset-unknown'],
    ],
    ['another registered name', raw('<a>\xe9</a>'), 'ISO_8859-1', '<a>é</a>', []],
    ['nothing', utf8(''), undefined, '', []],
  ])('is found by trial: %s', (_, bytes, charset, expected, codes) => {
    const decoded = decode(bytes, charset)
    expect(decoded.text).toBe(expected)
    expect(decoded.codes).toEqual(codes)
  })
})
describe('a name of a charset', () => {
  it.each([
    ['is that of the Encoding Standard, too', 'unicode11utf8', []],
    ['is not one that begins with another', 'utf-80', ['charset-unknown']],
    ['is not one that ends with another', 'x-utf-8', ['charset-unknown']],
    [
      'is none of UTF-16 where the bytes are not, known or not',
      'UTF-16X',
      ['charset-contradiction'],
    ],
  ])('%s: %s', (_, charset, codes) => {
    expect(decode(utf8('<a>é</a>'), charset)).toMatchObject({ text: '<a>é</a>', codes })
  })

  it.each([
    ['csCESU-8', []],
    ['1016', ['charset-unknown']],
  ])('is any of CESU-8 that there is: %s', (charset, codes) => {
    expect(decode(raw(CESU), charset)).toMatchObject({ text: '😀', codes })
  })
})

describe('bytes that could be of several charsets', () => {
  it.each([
    [
      'are UTF-16 by their zeros, whatever the declaration says',
      le(`\ufeff${declared('UTF-8')}`),
      undefined,
      declared('UTF-8'),
      ['charset-contradiction'],
    ],
    ['are UTF-16 by them where nothing is said', le('<a>e</a>'), undefined, '<a>e</a>', []],
    [
      'are of the second that is said, not CESU-8, where they are not of the first',
      raw(`${declared('latin1')}${CESU}`),
      'euc-kr',
      `${declared('latin1')}í\xa0½í¸€`,
      ['charset-contradiction'],
    ],
    [
      'are not put together as CESU-8 where it is another that they are broken in',
      raw(`${HAN}${CESU}\xff`),
      'euc-kr',
      new TextDecoder('euc-kr').decode(raw(`${HAN}${CESU}\xff`)),
      ['charset-invalid-bytes'],
    ],
    // What would be half of UTF-16's tags is none where that was not tried, or is what they are.
    ['are ASCII with a NUL', raw('<a>b<\0</a>'), 'us-ascii', '<a>b<\0</a>', []],
    [
      'are UTF-8 with a NUL, not what is said',
      utf8('<a>한\0</a>'),
      'euc-kr',
      '<a>한\0</a>',
      ['charset-contradiction'],
    ],
    ['are UTF-16 with a NUL', le('<a>한\0</a>'), 'utf-16', '<a>한\0</a>', []],
  ])('%s', (_, bytes, charset, text, codes) => {
    expect(decode(bytes, charset)).toMatchObject({ text, codes })
  })
})

describe('what is not of the charset', () => {
  it.each([
    [raw('<a>\xe9</a>'), undefined, 3],
    [raw('\xff<a/>'), 'utf-8', 0],
    [raw('<a>\xc3\xa9\xe9</a>'), 'utf-8', 5],
    [raw('<a>\xed\xa0\xbd\xed\xb8\x80b\xed\xa0\xbd</a>'), 'utf-8', 10],
    [raw('<a>\xb0\xa1\xff</a>'), 'euc-kr', 5],
  ])('is reported where it starts: %#', (bytes, charset, offset) => {
    const report = createReport()
    decodeXml({ bytes, charset, offset: START, isVerbatim: true }, report)
    expect(report.warnings).toMatchObject([
      { code: 'charset-invalid-bytes', offset: START + offset },
    ])
  })
})
