import { SkycoreStatus } from './skycore/status.js'

/** A status code with its text, as in the tables of TS 23.140 or of Skycore. */
export interface StatusEntry {
  readonly code: number
  readonly text: string
}

/** The status codes of TS 23.140 (8.7.3.2 and its table of codes), by name. */
export const Status = {
  Success: { code: 1000, text: 'Success' },
  PartialSuccess: { code: 1100, text: 'Partial success' },
  ClientError: { code: 2000, text: 'Client error' },
  OperationRestricted: { code: 2001, text: 'Operation restricted' },
  AddressError: { code: 2002, text: 'Address Error' },
  AddressNotFound: { code: 2003, text: 'Address Not Found' },
  ContentRefused: { code: 2004, text: 'Multimedia content refused' },
  MessageIdNotFound: { code: 2005, text: 'Message ID Not found' },
  LinkedIdNotFound: { code: 2006, text: 'LinkedID not found' },
  MessageFormatCorrupt: { code: 2007, text: 'Message format corrupt' },
  ApplicationIdNotFound: { code: 2008, text: 'Application ID not found' },
  ReplyApplicationIdNotFound: { code: 2009, text: 'Reply Application ID not found' },
  ServerError: { code: 3000, text: 'Server Error' },
  NotPossible: { code: 3001, text: 'Not Possible' },
  MessageRejected: { code: 3002, text: 'Message rejected' },
  MultipleAddressesNotSupported: { code: 3003, text: 'Multiple addresses not supported' },
  ApplicationAddressingNotSupported: { code: 3004, text: 'Application Addressing not supported' },
  GeneralServiceError: { code: 4000, text: 'General service error' },
  ImproperIdentification: { code: 4001, text: 'Improper identification' },
  UnsupportedVersion: { code: 4002, text: 'Unsupported version' },
  UnsupportedOperation: { code: 4003, text: 'Unsupported operation' },
  ValidationError: { code: 4004, text: 'Validation error' },
  ServiceError: { code: 4005, text: 'Service error' },
  ServiceUnavailable: { code: 4006, text: 'Service unavailable' },
  ServiceDenied: { code: 4007, text: 'Service denied' },
  ApplicationDenied: { code: 4008, text: 'Application denied' },
} as const

/** The status to answer with. */
export interface StatusInput {
  /** Four digits: 1xxx success, 2xxx client, 3xxx server, 4xxx service. */
  readonly code: number
  /** The text of the code in the tables, if it is not given. */
  readonly text?: string
  /** More for a person to read. */
  readonly details?: string
}

let texts: ReadonlyMap<number, string> | undefined

/** Made when first asked for: who needs `Status` alone bundles nothing else. */
function textsByCode(): ReadonlyMap<number, string> {
  // Where 3GPP and Skycore differ, 3GPP's text counts.
  const entries = [...Object.values(SkycoreStatus), ...Object.values(Status)]
  texts ??= new Map(entries.map(({ code, text }) => [code, text]))
  return texts
}

/**
 * @param code a status code
 * @returns its text: of the 3GPP table, else of Skycore's, else of its class, else `Unspecified`
 */
export function statusText(code: number): string {
  const known = textsByCode()
  // The first code of a class has the text of all of them.
  return known.get(code) ?? known.get(Math.floor(code / 1000) * 1000) ?? 'Unspecified'
}
