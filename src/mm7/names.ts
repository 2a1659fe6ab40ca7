/**
 * Names that senders write for those of the schema, in lower case: their own, and each of the
 * schema's in whatever case.
 */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'transaction-id': 'TransactionID',
    version: 'MM7Version',
    rfc822address: 'RFC2822Address',
  }).concat(
    [
      'TransactionID DeliverReq SubmitReq SenderIdentification SenderAddress',
      'MM7Version MMSRelayServerID Extension VASPID VASID LinkedID Sender Recipients',
      'Previouslysentby Previouslysentdateandtime SenderSPI RecipientSPI TimeStamp',
      'ReplyChargingID Priority Subject ApplicID ReplyApplicID AuxApplicInfo UACapabilities',
      'Content AdditionalInformation MessageExtraData',
      'To Cc Bcc RFC2822Address Number ShortCode UserAgent DateTime element key value',
    ]
      .join(' ')
      .split(' ')
      .map((name): [string, string] => [name.toLowerCase(), name]),
  ),
)

const SCHEMA: ReadonlySet<string> = new Set(CANONICAL.values())

/** @returns the schema's name for what the sender calls `sent`; `sent` itself if there is none. */
export function canonicalElementName(sent: string): string {
  return SCHEMA.has(sent) ? sent : (CANONICAL.get(sent.toLowerCase()) ?? sent)
}
