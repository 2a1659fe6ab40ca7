import { bare, type Dimensions, deliverReq, each, envelope } from './message.js'

const EURO = '€'

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
