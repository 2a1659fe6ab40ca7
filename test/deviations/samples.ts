import type { DeliverReqInput } from '../../src/testing/index.js'

/** A message with everything that a deviation may need. */
export const RICH: DeliverReqInput = {
  transactionId: 'tx & <1>',
  mmsRelayServerId: 'relay',
  extensions: [
    {
      name: 'Extension',
      attributes: { 'a:b': 'c' },
      children: [{ namespace: 'urn:x', name: 'x', text: 'y', attributes: { z: '\t' } }],
    },
  ],
  vaspId: 'vasp',
  vasId: 'vas',
  linkedId: 'link & < 5',
  sender: { kind: 'number', value: '+447700900199', addressCoding: 'obfuscated' },
  recipients: {
    to: ['12025550123', { kind: 'shortCode', value: '55501', displayOnly: true, id: 'a' }],
    cc: ['someone@example.com'],
    bcc: [{ kind: 'number', value: '1', addressCoding: 'encrypted' }],
  },
  previouslySentBy: [{ address: 'before@example.com', sequence: 1 }, { address: '2' }],
  previouslySentDateAndTime: [{ timeStamp: '2026-01-14T09:30:00.5+01:00', sequence: 1 }],
  senderSpi: 's',
  recipientSpi: 'r',
  timeStamp: new Date('2026-01-15T10:00:00Z'),
  replyChargingId: 'rc',
  priority: 'High',
  subject: 'Grüße aus 東京',
  applicId: 'a',
  replyApplicId: 'b',
  auxApplicInfo: 'c ]]>',
  uaCapabilities: { uaProf: ' http://x', timeStamp: 'P1D' },
  attachments: [
    {
      text: '<smil/>',
      mediaType: 'application/smil',
      contentId: 'smil@example.com',
      name: 'Übersicht.smil',
    },
    { bytes: Uint8Array.of(0xff, 0xd8, 0x0d), mediaType: 'image/jpeg', name: 'a "b".jpg' },
    { text: 'Hello\n', transferEncoding: 'quoted-printable', contentLocation: 'hello.txt' },
  ],
  additionalInformation: [{ href: 'http://example.com' }],
  messageExtraData: [{ key: 'k', value: 'v' }],
  carrierId: '0001890',
}
