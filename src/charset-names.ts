/**
 * The labels of the Encoding Standard (§4.2) by encoding, and a few more that are registered at IANA or
 * that everyone takes for one. A table, not the runtime: asking a runtime for a charset that it does not
 * know costs an exception, and a message may name thousands.
 */
const LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8',
  ibm866: '866 cp866 csibm866',
  'iso-8859-2': 'csisolatin2 iso-ir-101 iso_8859-2:1987 l2 latin2',
  'iso-8859-3': 'csisolatin3 iso-ir-109 iso_8859-3:1988 l3 latin3',
  'iso-8859-4': 'csisolatin4 iso-ir-110 iso_8859-4:1988 l4 latin4',
  'iso-8859-5': 'csisolatincyrillic cyrillic iso-ir-144 iso_8859-5:1988',
  'iso-8859-6':
    'arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso_8859-6:1987',
  'iso-8859-7':
    'csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso_8859-7:1987 sun_eu_greek',
  'iso-8859-8':
    'csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso_8859-8:1988 visual',
  'iso-8859-8-i': 'csiso88598i logical',
  'iso-8859-10': 'csisolatin6 iso-ir-157 l6 latin6',
  'iso-8859-13': '',
  'iso-8859-14': '',
  'iso-8859-15': 'csisolatin9 l9',
  'iso-8859-16': '',
  'koi8-r': 'cskoi8r koi koi8 koi8_r',
  'koi8-u': 'koi8-ru',
  macintosh: 'csmacintosh mac x-mac-roman',
  'windows-874': 'dos-874 iso-8859-11 iso8859-11 iso885911 tis-620',
  'windows-1250': 'cp1250 x-cp1250',
  'windows-1251': 'cp1251 x-cp1251',
  'windows-1252':
    'cp1252 x-cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1',
  'windows-1253': 'cp1253 x-cp1253',
  'windows-1254':
    'cp1254 x-cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5',
  'windows-1255': 'cp1255 x-cp1255',
  'windows-1256': 'cp1256 x-cp1256',
  'windows-1257': 'cp1257 x-cp1257',
  'windows-1258': 'cp1258 x-cp1258',
  'x-mac-cyrillic': 'x-mac-ukrainian',
  gbk: 'chinese cp936 csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk',
  gb18030: '',
  big5: 'big5-hkscs cn-big5 cp950 csbig5 x-x-big5',
  'euc-jp': 'cseucpkdfmtjapanese x-euc-jp',
  'iso-2022-jp': 'csiso2022jp',
  shift_jis: 'cp932 csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis',
  'euc-kr':
    'cp949 cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601-1992 ksc5601 ksc_5601 windows-949',
  'utf-16be': 'unicodefffe',
  'utf-16le': 'unicodefeff',
  // The standard takes it for little-endian; without a mark the bytes tell, see `charset.ts`.
  'utf-16': 'csunicode iso-10646-ucs-2 ucs-2 unicode',
  ibm437: 'cp437 437 cspc8codepage437',
  ibm850: 'cp850 850 cspc850multilingual',
  // ASCII: the standard takes it for windows-1252; what senders mean by bytes beyond it is UTF-8.
  ascii: 'us-ascii ansi_x3.4-1968',
  'cesu-8': 'cscesu-8',
}

/**
 * What senders write instead, as {@link simplify} leaves it: the numbers of IANA's registry (MIBenum),
 * which WSP has in the place of names, and what programs call their charsets.
 */
const NICKNAMES: Readonly<Record<string, string>> = {
  'utf-8': '106 65001 utf8mb4 utf8n utf8sig',
  ascii: '3 20127 iso646us',
  'windows-1252': '4 2252 1252 ansi 28591',
  'iso-8859-2': '5 28592',
  'iso-8859-3': '6 28593',
  'iso-8859-4': '7 28594',
  'iso-8859-5': '8 28595',
  'iso-8859-6': '9 81 82',
  'iso-8859-7': '10 28597',
  'iso-8859-8': '11 84 28598',
  'iso-8859-8-i': '85',
  'windows-1254': '12 2254 1254 28599',
  'iso-8859-10': '13',
  'iso-8859-13': '109 latin7 28603',
  'iso-8859-14': '110 latin8',
  'iso-8859-15': '111 latin9 28605',
  'iso-8859-16': '112 latin10',
  shift_jis: '17 2024 sjiswin 932',
  'euc-jp': '18 eucjpwin eucjpms ujis',
  'euc-kr': '36 38 949 uhc',
  'iso-2022-jp': '39',
  gbk: '57 113 2025 936 euccn',
  gb18030: '114 54936',
  big5: '2026 2101 950',
  'windows-874': '2109 2259 874',
  'koi8-r': '2084 20866',
  'koi8-u': '2088 21866',
  ibm866: '2086',
  macintosh: '2027 macroman',
  'windows-1250': '2250 1250',
  'windows-1251': '2251 1251',
  'windows-1253': '2253 1253',
  'windows-1255': '2255 1255',
  'windows-1256': '2256 1256',
  'windows-1257': '2257 1257',
  'windows-1258': '2258 1258',
  'utf-16be': '1013 1201',
  'utf-16le': '1014 1200',
  'utf-16': '1000 1015',
  ibm437: '2011',
  ibm850: '2009',
  'cesu-8': '1016',
}

/** What programs put before the number of a code page. */
const CODE_PAGE = /^(?:cp|codepage|windows|win|ms|dos|ibm)0*(?=\d{3,5}$)/
const ISO_NUMBER = /^iso-8859-(\d+)$/
/** Longer than any name that there is. */
const LONGEST = 64

/** What each name stands for, in the spelling of a registry and without what spellings differ in. */
interface NameTables {
  readonly labels: ReadonlyMap<string, string>
  readonly nicknames: ReadonlyMap<string, string>
}

let tables: NameTables | undefined

/** Made when a name is first looked up: an import alone has no charset to know. */
function nameTables(): NameTables {
  tables ??= makeTables()
  return tables
}

function makeTables(): NameTables {
  const labels = new Map<string, string>()
  const nicknames = new Map<string, string>()
  for (const [encoding, names] of Object.entries(LABELS)) {
    const number = ISO_NUMBER.exec(encoding)?.[1]
    const spellings =
      number === undefined ? [] : [`iso8859-${number}`, `iso8859${number}`, `iso_8859-${number}`]
    for (const label of [encoding, ...names.split(' '), ...spellings]) {
      if (label !== '') labels.set(label, encoding)
    }
  }
  for (const [label, encoding] of labels) {
    const name = simplify(label)
    nicknames.set(name, encoding)
    // As Java has it: 8859_1.
    if (name.startsWith('iso8859')) nicknames.set(name.slice(3), encoding)
  }
  for (const [encoding, names] of Object.entries(NICKNAMES)) {
    for (const name of names.split(' ')) nicknames.set(name, encoding)
  }
  return { labels, nicknames }
}

/** @returns what the spellings of a charset's name have in common; of a long text that it is none. */
function simplify(name: string): string {
  return name.replace(/[\s_\-.:()'"]/g, '').replace(/^(?:charset|mibenum|x+|cs)(?=.)/, '')
}

/** @returns a charset's name as names are compared. */
export function charsetKey(name: string): string {
  return name.length > LONGEST ? '' : name.trim().toLowerCase()
}

/** What a charset's name stands for. */
export interface CharsetName {
  /** The Encoding Standard's name; or `ascii`, `utf-16`, `cesu-8`, `ibm437`, `ibm850`. */
  readonly encoding: string
  /** No registry has the name, but it can mean nothing else. */
  readonly isNickname: boolean
}

/** @returns what a charset's name, its number at IANA or its nickname stands for, if for anything. */
export function findCharsetName(name: string): CharsetName | undefined {
  const { labels, nicknames } = nameTables()
  const key = charsetKey(name)
  const registered = labels.get(key)
  if (registered !== undefined) return { encoding: registered, isNickname: false }
  const plain = simplify(key)
  const encoding = nicknames.get(plain) ?? nicknames.get(plain.replace(CODE_PAGE, ''))
  return encoding === undefined ? undefined : { encoding, isNickname: true }
}
