import { bare, type Dimensions, deliverReq, each, envelope, related } from './message.js'

const to = (addresses: string) => bare(deliverReq(`<Recipients><To>${addresses}</To></Recipients>`))
const number = (attributes: string) => `<Number ${attributes}>1</Number>`
const time = (text: string) => bare(deliverReq(`<TimeStamp>${text}</TimeStamp>`))
const userAgent = (attributes: string) =>
  bare(
    deliverReq(
      `<Previouslysentby><UserAgent ${attributes}><Number>1</Number></UserAgent></Previouslysentby>`,
    ),
  )

/** A multipart that is called `<m>`, with `count` parts. */
function multipart(count: number): string {
  const parts = each(count, (i) => `--c\r\nContent-ID: <${i}>\r\n\r\nx\r\n`)
  return `--b\r\nContent-ID: <m>\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n${parts}--c--`
}

/** What grows in the message itself. */
export const mm7: Dimensions = {
  recipients: (n) => to(each(n, (i) => `<Number>${i}</Number>`)),
  'recipients that are odd in every way': (n) =>
    to(number('displayOnly="x" a="b" addressCoding="c"').repeat(n)),
  'recipient lists': (n) => bare(deliverReq(`<Recipients>${'<To>1</To>'.repeat(n)}</Recipients>`)),
  'SenderAddress within SenderAddress': (n) =>
    to('<SenderAddress>'.repeat(n) + '</SenderAddress>'.repeat(n)),
  'SenderAddress beside SenderAddress': (n) =>
    bare(deliverReq('<SenderAddress><Number>1</Number></SenderAddress>'.repeat(n))),
  SenderIdentification: (n) =>
    bare(deliverReq('<SenderIdentification><VASID>1</VASID></SenderIdentification>'.repeat(n))),
  'operations within operations': (n) =>
    bare(deliverReq('<DeliverReq>'.repeat(n) + '</DeliverReq>'.repeat(n))),
  'operations beside operations': (n) => bare(envelope('<DeliverReq/>'.repeat(n))),
  'entries of the Header': (n) =>
    bare(
      envelope(
        '<DeliverReq/>',
        each(n, (i) => `<a${i}/>`),
      ),
    ),
  'transaction ids': (n) => bare(envelope('<DeliverReq/>', '<transaction-id/>'.repeat(n))),
  envelopes: (n) => bare(`<Envelope>${'<Envelope><Body/></Envelope>'.repeat(n)}</Envelope>`),
  'Headers and Bodies': (n) =>
    bare(`<Envelope>${'<Header/><Body><a/></Body>'.repeat(n)}</Envelope>`),
  'elements that may be there once': (n) => bare(deliverReq('<Subject>a</Subject>'.repeat(n))),
  'elements with odd names': (n) => bare(deliverReq('<subject>a</subject>'.repeat(n))),
  'children of a text': (n) => bare(deliverReq(`<Priority>${'<a>1</a>'.repeat(n)}</Priority>`)),
  'earlier senders': (n) =>
    bare(
      deliverReq(`<Previouslysentby>${'<UserAgent><a/></UserAgent>'.repeat(n)}</Previouslysentby>`),
    ),
  'extra data': (n) =>
    bare(
      deliverReq(
        `<MessageExtraData>${'<element><key>a</key></element>'.repeat(n)}</MessageExtraData>`,
      ),
    ),
  'extensions deep': (n) =>
    bare(deliverReq(`<Extension>${'<a b="c">'.repeat(n)}${'</a>'.repeat(n)}</Extension>`)),
  'extensions wide': (n) =>
    bare(deliverReq(`<Extension>${'<a b="c">d</a>'.repeat(n)}</Extension>`)),
  'extensions deep and wide': (n) =>
    bare(deliverReq(`<Extension>${'<a><b/>c'.repeat(n)}${'<b/></a>'.repeat(n)}</Extension>`)),
  'digits of a time': (n) => time(`2014-04-14T16:15:23.${'1'.repeat(n)}Z`),
  'digits of a year': (n) => time('1'.repeat(n)),
  'blanks around a time': (n) => time(`${' '.repeat(n)}2014-04-14T16:15:23Z${' '.repeat(n)}`),
  'lengths of time': (n) => bare(deliverReq(`<UACapabilities TimeStamp="P${'1Y'.repeat(n)}"/>`)),
  'zeros of a number': (n) => userAgent(`sequence="${'0'.repeat(n)}"`),
  'digits of a number': (n) => userAgent(`sequence="0${'1'.repeat(n)}x"`),
  'suffixes of an address': (n) => to(`<Number>${'/TYPE='.repeat(n)}@</Number>`),
  'one suffix of an address': (n) => to(`<Number>/TYPE=${'A'.repeat(n)}</Number>`),
  'dots of a version': (n) => bare(deliverReq('').replace('6.8.0', '6.8.'.repeat(n))),
  'Content elements': (n) => bare(deliverReq('<Content href="cid:a"/>'.repeat(n))),
  'Content elements that name one big multipart': (n) =>
    related(multipart(n), deliverReq('<Content href="cid:m"/>'.repeat(n))),
  'Content elements that name nothing, beside a big multipart': (n) =>
    related(multipart(n), deliverReq('<Content href="cid:z"/>'.repeat(n))),
  'Content elements that name a part each': (n) =>
    related(multipart(n), deliverReq(each(n, (i) => `<Content href="cid:${i}"/>`))),
  'equal Content-IDs': (n) =>
    related('--b\r\nContent-ID: <a>\r\n\r\nx\r\n'.repeat(n), deliverReq('<Content href="cid:a"/>')),
  presentations: (n) =>
    related(
      '--b\r\nContent-Type: multipart/related; start=a; boundary=c\r\n\r\n--c\r\n\r\n--c--\r\n'.repeat(
        n,
      ),
    ),
}

/**
 * What `Content` elements refer to is listed for each: a message of n of them that name n multiparts
 * in one another has n² attachments to tell of. How deep multiparts may lie bounds it, and so this
 * dimension is measured with `partDepth` as it is by default.
 */
export const deepContents: Dimensions = {
  'Content elements that name the multiparts around a part': (n) => {
    const multipart = (i: number) =>
      `--b${i || ''}\r\nContent-ID: <${i}>\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`
    const leaf = (i: number) => `--b${i + 1}\r\n\r\nx\r\n`
    const hrefs = each(n, (i) => `<Content href="cid:${i}"/>`)
    return related(
      each(n, (i) => multipart(i) + leaf(i)),
      deliverReq(hrefs),
    )
  },
}
