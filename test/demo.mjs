// npm run demo: reads a message as Skycore's document prints it, and answers it.
import { readFileSync } from 'node:fs'
import { attachmentText, buildDeliverRsp, parseDeliverReq, skycoreCarrier } from 'mm7'

const FILE = 'fixtures/skycore/deliver-req.http'
const capture = readFileSync(FILE)

// A backend gets headers and body from its framework; here they are in a file, as they were sent.
const end = capture.indexOf('\n\n')
const head = capture.toString('latin1', 0, end).replace(/\s*\n[ \t]+/g, ' ')
const headers = head
  .split('\n')
  .slice(1)
  .map((line) => line.split(/:\s*(.*)/, 2))
const body = capture.subarray(end + 2)

const message = parseDeliverReq({ headers, body })
const answer = buildDeliverRsp(message)

const address = ({ kind, value, displayOnly }) =>
  `${value} (${kind}${displayOnly ? ', for display only' : ''})`

title(`The message in ${FILE}`)
rows([
  ['TransactionID', message.transactionId],
  ['MM7Version', message.mm7Version],
  ['Namespace', message.namespace],
  ['LinkedID', message.linkedId],
  ['Sender', address(message.sender)],
  ['Recipients', message.recipients.to.map(address).join(', ')],
  ['TimeStamp', `${message.timeStamp.text}, which is ${message.timeStamp.date.toUTCString()}`],
  ['Priority', message.priority],
  ['Carrier', `${message.carrierId} (${skycoreCarrier(message.carrierId)})`],
  ...message.contents.map(({ href, attachments }) => [
    'Content',
    `${href}, which holds ${attachments.map(({ contentId }) => contentId).join(' and ')}`,
  ]),
])

title(`Its ${message.attachments.length} attachments`)
rows(
  message.attachments.map((attachment) => [
    attachment.contentId,
    `${attachment.mediaType}, ${attachment.bytes.length} bytes: ${attachmentText(attachment).trim()}`,
  ]),
)

title(
  `Its ${message.warnings.length} warnings: what the document gets wrong, and was read all the same`,
)
rows(
  message.warnings.map(({ code, message: what, offset }) => [
    code,
    offset === undefined ? what : `${what} [byte ${offset}]`,
  ]),
)

title('The answer, sent with HTTP 200 and Content-Type: text/xml; charset=utf-8')
console.log(indent(answer))
console.log()

function title(text) {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`)
}

function rows(pairs) {
  const width = Math.max(...pairs.map(([name]) => name.length))
  for (const [name, value] of pairs) console.log(`${name.padEnd(width)}  ${value}`)
}

/** Breaks XML into lines, for people: the answer itself is one line. */
function indent(xml) {
  let depth = 0
  return xml
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth -= 1
      const text = '  '.repeat(depth) + line
      if (/^<[^/?]/.test(line) && !line.includes('</')) depth += 1
      return text
    })
    .join('\n')
}
