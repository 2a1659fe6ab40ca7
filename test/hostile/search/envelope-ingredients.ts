import { each } from '../dimensions/message.js'
import { type Ingredient, type Ingredients, same } from './ingredients.js'

const inside = (element: string, text: string): Ingredient =>
  same(text, { start: `<${element}>`, end: `</${element}>` })

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_']

/** @returns how many elements may have so many attributes each: 16 Ki in all */
const most = (attributes: number): { readonly most: number } => ({
  most: Math.floor(16_000 / attributes),
})
/** What is dear as well, where attributes leave room for it. */
const AMPERSANDS = `<Subject>${'&'.repeat(180_000)}</Subject>`

/**
 * What fills the envelope: 256 KiB, 4096 elements, 64 of them in one another, 64 attributes of one and 16 Ki
 * in all.
 */
export const envelopes: Ingredients = {
  elements: same(`<a>${'a'.repeat(56)}</a>`, { most: 4000 }),
  'elements of names unknown': {
    unit: (i) => `<a${i}>${'a'.repeat(45)}</a${i}>`,
    most: 4000,
  },
  'elements of the longest names': same(`<${'a'.repeat(28)}></${'a'.repeat(28)}>`, { most: 4000 }),
  depth: same(`${'<a>'.repeat(50)}${'x'.repeat(2800)}${'</a>'.repeat(50)}`, { most: 80 }),
  attributes: {
    unit: (i) => `<a ${each(6, (n) => `a${n}="v${i}" `)}/>`,
    ...most(6),
  },
  'attributes, sixty of an element': same(
    `<a${each(60, (i) => ` a${i}="${'v'.repeat(8)}"`)}/>`,
    most(60),
  ),
  'attributes of MM7 with a prefix': {
    unit: () => `<Subject xmlns:p="urn:p"${each(50, (i) => ` p:a${i}="v"`)}/>`,
    ...most(51),
  },
  'attributes with prefixes unknown': {
    unit: (i) => `<a ${each(6, (n) => `p${i}${n}:a="" `)}/>`,
    ...most(6),
  },
  declarations: {
    unit: (i) => `<a ${each(4, (n) => `xmlns:p${n}="${i}" `)}/>`,
    most: 4000,
  },
  'declarations of MM7': { unit: (i) => `<a xmlns="urn:mm7:${i}${'x'.repeat(30)}"/>`, most: 4000 },
  'prefixes unknown': { unit: (i) => `<p${i}:a>${'€'.repeat(13)}</p${i}:a>`, most: 4000 },
  'double colons': { unit: (i) => `<a::b${i}>${'€'.repeat(10)}</a::b${i}>`, most: 4000 },
  references: inside('Subject', '&amp;'),
  'references to characters': inside('Subject', '&#65;'),
  'references to hexadecimal characters': inside('Subject', '&#x1;&#xA9;'),
  'ampersands, bare': inside('Subject', '&'),
  'ampersands and letters': inside('Subject', '&a'),
  'less-than signs, bare': inside('Subject', '< '),
  'less-than signs and letters': inside('Subject', '<b '),
  'quotes that never end': inside('Subject', '<b c="'),
  'end tags of nothing': inside('Subject', '</b>'),
  'end tags with other prefixes': same(`<p:a>${'a'.repeat(40)}</q:a>`, { most: 4000 }),
  'end tags of long names': same(`<p:${'a'.repeat(26)}></q:${'a'.repeat(26)}>`, { most: 4000 }),
  'typographic quotes': { unit: () => `<a ${each(6, (n) => `a${n}=“v” `)}/>`, ...most(6) },
  'typographic quotes in a value': same('”x', { start: '<a a=“', end: '”/>' }),
  'characters XML has not': inside('Subject', '\x01'),
  comments: same('<!---->'),
  'comments that never end': inside('Subject', '<!--'),
  instructions: same('<?a?>'),
  'CDATA sections': inside('Subject', '<![CDATA[]]>'),
  'text between elements': same(`<a/>${'x'.repeat(58)}`, { most: 4000 }),
  'text beyond ASCII': inside('Subject', '€'),
  'line ends': inside('Subject', '\r\n'),
  'encoded words': inside('Subject', '=?gbk?q?=b0=a1?= '),
  'encoded words of one byte': inside('Subject', '=?gbk?q?a?='),
  'encoded words of charsets in turn': inside('Subject', '=?gbk?q?a?= =?big5?q?b?= '),
  'encoded words of charsets unknown': inside('Subject', '=?x?q?a?= '),
  'encoded words that are no ASCII': inside('Subject', '=?utf-8?q?aéb?='),
  'one encoded word that is no ASCII': {
    ...same('aé'),
    start: '<Subject>=?utf-8?q?',
    end: '?=</Subject>',
  },
  'starts of encoded words': inside('Subject', '=?a'),
  recipients: {
    ...same('<Number displayOnly="x" a="b" addressCoding="c">1</Number>', { most: 4000 }),
    start: '<Recipients><To>',
    end: '</To></Recipients>',
  },
  'recipients with suffixes': {
    ...same(`<Number>${'/TYPE='.repeat(7)}@</Number>`, { most: 4000 }),
    start: '<Recipients><To>',
    end: '</To></Recipients>',
  },
  'suffixes of one address': {
    ...same('/TYPE='),
    start: '<Recipients><To><Number>',
    end: '@</Number></To></Recipients>',
  },
  'contents that name a part each': {
    unit: (i) => `<Content href="cid:${i % 256}" type="x${i}"/>`,
    most: 4000,
  },
  'contents that name nothing': { unit: (i) => `<Content href="cid:z%20${i}" a="b"/>`, most: 4000 },
  'one content that names nothing': same('%41', { start: '<Content href="cid:', end: '"/>' }),
  'elements that are there again': same(`<Subject>=?gbk?q?a?=${'a'.repeat(30)}</Subject>`, {
    most: 4000,
  }),
  'elements of names in capitals': same(`<subject>${'a'.repeat(40)}</subject>`, { most: 4000 }),
  'elements after a bare ampersand': same('<a/>', { start: '&' }),
  'elements within one another after a bare ampersand': same('<a>', { start: '&' }),
  'attributes after a bare ampersand, sixty of an element': same(
    `<a${each(60, (i) => ` a${i}="${'v'.repeat(8)}"`)}/>`,
    { start: '&', ...most(60) },
  ),
  'attributes without values': same(`<a${each(60, (i) => ` ${'a'.repeat(11)}${i}`)}/>`, most(60)),
  'attributes of a letter without values': same(
    `<a${LETTERS.map((name) => ` ${name}`).join('')}/>`,
    { ...most(LETTERS.length), end: AMPERSANDS },
  ),
  'attributes of a Content without values': same(
    `<Content${LETTERS.map((name) => ` ${name}`).join('')}/>`,
    { ...most(LETTERS.length), end: AMPERSANDS },
  ),
  'attributes of a letter, and an ampersand after them': same(
    `<a${LETTERS.map((name) => ` ${name}=""`).join('')}/>`,
    { ...most(LETTERS.length), end: AMPERSANDS },
  ),
  'less-than signs within a long name': same('< ', { start: `<${'a'.repeat(129_000)}>` }),
  'a Subject in UTF-16, character by character': {
    ...same('a=00é'),
    start: '<Subject>=?utf-16?q?',
    end: '?=</Subject>',
  },
  'contents with escapes that are none': same('<Content href="cid:%"/>', { most: 4000 }),
  'attributes without quotes': same(`<a${each(60, (i) => ` a${i}=${'1'.repeat(10)}`)}/>`, most(60)),
  'attributes without blanks': same(
    `<a ${each(60, (i) => `a${i}="${'v'.repeat(9)}"`)}/>`,
    most(60),
  ),
  'one attribute again and again': same(' b', { start: '<a', end: '/>' }),
  'ampersands in a value': same('&', { start: '<a a="', end: '"/>' }),
  'less-than signs in an element of others': inside('x', '<'),
  'elements of text that never end': same('<Subject>a', { start: '&' }),
  'start tags for end tags': same('<b><a>x<a></b>', { start: '&' }),
  extensions: {
    unit: (i) => `<Extension><a b="${i}">${'x'.repeat(30)}</a></Extension>`,
    most: 1900,
  },
}
