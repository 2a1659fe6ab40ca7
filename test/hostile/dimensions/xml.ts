import { bare, type Dimensions, deliverReq, each, envelope } from './message.js'

const EURO = '€'

/** @returns a text of many emoji, each in six bytes, with something after each */
function cesu(after: string, n: number): ReturnType<typeof bare> {
  const [before = '', behind = ''] = deliverReq('<Subject>|</Subject>').split('|')
  const emoji = Buffer.concat([Buffer.of(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80), Buffer.from(after)])
  const text = Buffer.alloc(emoji.length * n, emoji)
  return { ...bare(''), body: Buffer.concat([Buffer.from(before), text, Buffer.from(behind)]) }
}

/** What grows in the syntax of XML. */
export const xml: Dimensions = {
  siblings: (n) => bare(deliverReq('<a/>'.repeat(n))),
  'siblings with different names': (n) => bare(deliverReq(each(n, (i) => `<a${i}/>`))),
  depth: (n) => bare(deliverReq('<a>'.repeat(n) + '</a>'.repeat(n))),
  'depth, never closed': (n) => bare(deliverReq('<a>'.repeat(n))),
  'depth with undeclared prefixes': (n) => bare(deliverReq(each(n, (i) => `<p${i}:a>`))),
  'depth without an envelope': (n) => bare('<a>'.repeat(n)),
  attributes: (n) => bare(deliverReq(`<a${each(n, (i) => ` a${i}="v"`)}/>`)),
  'attributes of one name': (n) => bare(deliverReq(`<a${' a="v"'.repeat(n)}/>`)),
  'attributes with undeclared prefixes': (n) =>
    bare(deliverReq(`<a${each(n, (i) => ` p${i}:a="v"`)}/>`)),
  'attributes of another namespace': (n) =>
    bare(deliverReq(`<Subject xmlns:p="urn:p"${each(n, (i) => ` p:a${i}="v"`)}/>`)),
  'attributes with a prefix and without': (n) =>
    bare(deliverReq(`<Subject${each(n, (i) => ` a${i}="v" p:a${i}="v"`)}/>`)),
  'NULs after the envelope': (n) => bare(deliverReq('') + '\0'.repeat(n)),
  'xmlns on one element': (n) =>
    bare(deliverReq(`<a${each(n, (i) => ` xmlns:p${i}="urn:${i}"`)}/>`)),
  'nested xmlns': (n) => bare(deliverReq('<a xmlns="urn:a">'.repeat(n) + '</a>'.repeat(n))),
  'nested xmlns of different prefixes': (n) => {
    const open = each(n, (i) => `<p${i}:a xmlns:p${i}="urn:${i}">`)
    return bare(deliverReq(open + each(n, (i) => `</p${n - 1 - i}:a>`)))
  },
  'repeated xmlns': (n) => bare(deliverReq('<a xmlns="urn:a"/>'.repeat(n))),
  'different xmlns': (n) => bare(deliverReq(each(n, (i) => `<a xmlns="urn:mm7:${i}"/>`))),
  'a long namespace on many elements': (n) =>
    bare(deliverReq('<p:a/>'.repeat(n), ` xmlns:p="urn:mm7${'x'.repeat(n)}"`)),
  'a long namespace of no interest on many elements': (n) =>
    bare(deliverReq('<p:a/>'.repeat(n), ` xmlns:p="${'x'.repeat(n)}"`)),
  'a long namespace with blanks on many elements': (n) =>
    bare(deliverReq('<p:a/>'.repeat(n), ` xmlns:p="${'x '.repeat(n)}"`)),
  'a long namespace in the Header': (n) =>
    bare(envelope('', `<p:a xmlns:p="${'x '.repeat(n)}">${'</p:a><p:a>'.repeat(n)}</p:a>`)),
  'a long namespace on entries of the Header': (n) => {
    const document = envelope('<p:DeliverReq/>', '<p:a/>'.repeat(n))
    return bare(document.replace(' xmlns=', ` xmlns:p="${'x '.repeat(n)}" xmlns=`))
  },
  'a long namespace on entries of the Body': (n) => {
    const document = envelope('<p:a/>'.repeat(n))
    return bare(document.replace(' xmlns=', ` xmlns:p="urn:mm7${'x '.repeat(n)}" xmlns=`))
  },
  'a long namespace on attributes': (n) =>
    bare(deliverReq('<a p:a=""/>'.repeat(n), ` xmlns:p="urn:mm7${'x'.repeat(n)}"`)),
  'bare ampersands': (n) => bare(deliverReq(`<a>${'&'.repeat(n)}</a>`)),
  'ampersands that start no reference': (n) => bare(deliverReq(`<a>${'&a'.repeat(n)}</a>`)),
  'unknown entities': (n) => bare(deliverReq(`<a>${'&a;'.repeat(n)}</a>`)),
  references: (n) => bare(deliverReq(`<a>${'&amp;'.repeat(n)}</a>`)),
  'character references': (n) => bare(deliverReq(`<a>${'&#65;'.repeat(n)}</a>`)),
  'forbidden character references': (n) => bare(deliverReq(`<a>${'&#0;'.repeat(n)}</a>`)),
  'forbidden characters': (n) => bare(deliverReq(`<a>${'\x01'.repeat(n)}</a>`)),
  'bare less-than signs': (n) => bare(deliverReq(`<a>${'<'.repeat(n)}</a>`)),
  'less-than signs in an element with a long name': (n) =>
    bare(deliverReq(`<${'a'.repeat(2 * n)}>${'< '.repeat(n / 2)}`)),
  'less-than signs before blanks': (n) => bare(deliverReq(`<a>${'< '.repeat(n)}</a>`)),
  'start tags that never end': (n) => bare(deliverReq(`<a>${'<b '.repeat(n)}</a>`)),
  'quotes that never end': (n) => bare(deliverReq(`<a>${'<b c="'.repeat(n)}</a>`)),
  'typographic quotes': (n) => bare(deliverReq(`<a ${each(n, (i) => `a${i}=“v” `)}/>`)),
  'typographic quotes in a value': (n) => bare(deliverReq(`<a a=“${'”x'.repeat(n)}”/>`)),
  comments: (n) => bare(deliverReq('<!--a-->'.repeat(n))),
  'a long comment': (n) => bare(deliverReq(`<!--${'- '.repeat(n)}-->`)),
  'comments that never end': (n) => bare(deliverReq('<!--'.repeat(n))),
  'declarations that are none': (n) => bare(deliverReq('<!'.repeat(n))),
  'CDATA sections': (n) => bare(deliverReq(`<a>${'<![CDATA[a]]>'.repeat(n)}</a>`)),
  'a long CDATA section': (n) => bare(deliverReq(`<a><![CDATA[${']]'.repeat(n)}]]></a>`)),
  'CDATA sections that never end': (n) => bare(deliverReq('<![CDATA['.repeat(n))),
  'processing instructions': (n) => bare(deliverReq('<?a b?>'.repeat(n))),
  'a long processing instruction': (n) => bare(deliverReq(`<?a ${'? '.repeat(n)}?>`)),
  'processing instructions that never end': (n) => bare(deliverReq('<?a '.repeat(n))),
  doctypes: (n) => bare(`${'<!DOCTYPE a ['.repeat(n)}${deliverReq('')}`),
  'a doctype after a bare ampersand': (n) => bare(deliverReq(`&${'<!doctype '.repeat(n)}`)),
  'undeclared prefixes': (n) => bare(deliverReq(each(n, (i) => `<p${i}:a/>`))),
  'double colons': (n) => bare(deliverReq(`<a${'::a'.repeat(n)}/>`)),
  'long names': (n) => bare(deliverReq(`<${'a'.repeat(n)}/>`)),
  'long prefixes': (n) => bare(deliverReq(`<${'p'.repeat(n)}:a/>`)),
  'end tags with other prefixes': (n) => bare(deliverReq('<p:a></q:a>'.repeat(n))),
  'end tags without start tags': (n) => bare(deliverReq('</b>'.repeat(n))),
  'end tags within an element with a long name': (n) =>
    bare(deliverReq(`<${'a'.repeat(n)}>${'</b>'.repeat(n)}`)),
  'end tags within an element with a long prefix': (n) =>
    bare(deliverReq(`<${'p'.repeat(n)}:a>${'</b>'.repeat(n)}`)),
  'elements of text that never end': (n) =>
    bare(deliverReq(`&${'<Subject>a<LinkedID>b'.repeat(n)}`)),
  'elements of text within one another': (n) =>
    bare(deliverReq(`&${'<Subject>'.repeat(n)}${'</Subject>'.repeat(n)}`)),
  'elements of text that end crosswise': (n) =>
    bare(deliverReq(`&${'<Subject><LinkedID></Subject></LinkedID>'.repeat(n)}`)),
  'markup in an element of text': (n) => bare(deliverReq(`<Subject>${'<b>'.repeat(n)}</Subject>`)),
  'CDATA sections that never end in an element of text': (n) =>
    bare(deliverReq(`<Subject>${'<![CDATA['.repeat(n)}</Subject>`)),
  'CDATA sections that end behind an element of text': (n) =>
    bare(deliverReq(`<Subject>${'<![CDATA['.repeat(n)}</Subject>]]>`)),
  'ends of CDATA sections': (n) => bare(deliverReq(`<a>${']]>'.repeat(n)}</a>`)),
  'references to halves of surrogates': (n) =>
    bare(deliverReq(`<a>${'&#xD83D;&#xDE00;'.repeat(n)}</a>`)),
  'attributes without blanks and quotes': (n) =>
    bare(deliverReq(`<a${each(n, (i) => ` a${i}="v"b${i}=v`)}/>`)),
  // Many at once, and behind an end that stops the reading: to look through all for each is quick.
  'attributes that are repaired, none with an ampersand': (n) =>
    bare(deliverReq(`&</z>${`<a${each(60, (i) => ` a${i}=v`)}/>`.repeat(8 * n)}`)),
  'a long value without quotes': (n) => bare(deliverReq(`<a b=${'/'.repeat(n)}>`)),
  'quotes that are no values': (n) => bare(deliverReq(`<a ${'"v" '.repeat(n)}>`)),
  'blanks after typographic quotes in a value': (n) =>
    bare(deliverReq(`<a b="${`”${' '.repeat(10)}`.repeat(n)}"/>&`)),
  'attributes in another case': (n) =>
    bare(deliverReq(`<Content${each(n, (i) => ` hre${i}="v"`)} HREF=""/>`)),
  'digits in a time': (n) =>
    bare(
      deliverReq(
        `<TimeStamp>${'1'.repeat(n)}</TimeStamp><UACapabilities TimeStamp="P${'1'.repeat(n)}"/>`,
      ),
    ),
  'attributes of the Envelope': (n) =>
    bare(deliverReq('').replace(' xmlns=', `${each(n, (i) => ` a${i}="v"`)} xmlns=`)),
  'characters in CESU-8': (n) => cesu('', n),
  'characters in CESU-8 with many repairs': (n) => cesu('&', n),
  'root elements': (n) => bare('<a/>'.repeat(n)),
  'blanks in the declaration': (n) =>
    bare(`<?xml version="1.0"${' '.repeat(n)}?x?>${deliverReq('')}`),
  'blanks in a tag': (n) => bare(deliverReq(`<a${' '.repeat(n)}b/>`)),
  'line ends in a value': (n) => bare(deliverReq(`<a a="${'\r\n'.repeat(n)}"/>`)),
  'text between elements': (n) => bare(deliverReq('<a/>x'.repeat(n))),
  'text between elements, line by line': (n) => bare(deliverReq('\r\n x&#10;'.repeat(n))),
  'multi-byte text with many warnings': (n) =>
    bare(deliverReq(each(n, (i) => `<p${i}:a>${EURO.repeat(10)}</p${i}:a>`))),
  'multi-byte text with many repairs': (n) =>
    bare(deliverReq(each(n, (i) => `<p${i}:a>${EURO}& &#1;</q:a>`))),
}
