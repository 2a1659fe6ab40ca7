/** The properties of a message that are not in its operation's element. */
export type Beside =
  | 'operation'
  | 'transactionId'
  | 'namespace'
  | 'attachments'
  | 'carrierId'
  | 'warnings'
