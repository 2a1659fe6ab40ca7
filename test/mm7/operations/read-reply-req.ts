import { address, type Literal, MOMENT, TIME } from './literal.js'

export const READ_REPLY_REQ: Literal = {
  elements: [
    '<MM7Version>6.8.0</MM7Version>',
    '<MMSRelayServerID>mmsc-1</MMSRelayServerID>',
    '<MessageID>m-1</MessageID>',
    '<Recipient><Number>15550100</Number></Recipient>',
    '<Sender><RFC2822Address>a@b</RFC2822Address></Sender>',
    `<TimeStamp>${MOMENT}</TimeStamp>`,
    '<MMStatus>Read</MMStatus>',
    '<StatusText>Seen</StatusText>',
    '<ApplicID>a</ApplicID>',
    '<ReplyApplicID>ra</ReplyApplicID>',
    '<AuxApplicInfo>aux</AuxApplicInfo>',
  ].join(''),
  message: {
    operation: 'ReadReplyReq',
    mm7Version: '6.8.0',
    mmsRelayServerId: 'mmsc-1',
    messageId: 'm-1',
    recipient: address('number', '15550100'),
    sender: address('rfc2822', 'a@b'),
    timeStamp: TIME,
    mmStatus: { text: 'Read', known: 'Read' },
    statusText: 'Seen',
    applicId: 'a',
    replyApplicId: 'ra',
    auxApplicInfo: 'aux',
    extensions: [],
  },
}
