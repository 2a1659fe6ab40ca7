const BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'

/** The namespaces of the releases that senders name. */
export const NAMESPACES: readonly string[] = [
  'REL-5-MM7-1-0',
  'REL-5-MM7-1-1',
  'REL-5-MM7-1-2',
  'REL-5-MM7-1-3',
  'REL-5-MM7-1-4',
  'REL-5-MM7-1-5',
  'REL-6-MM7-1-0',
  'REL-6-MM7-1-1',
  'REL-6-MM7-1-2',
  'REL-6-MM7-1-3',
  'REL-6-MM7-1-4',
].map((release) => BASE + release)

/** versionType of REL-6-MM7-1-4. */
export const VERSIONS = [
  '6.8.0',
  '6.6.0',
  '6.5.0',
  '6.4.0',
  '6.3.0',
  '5.10.0',
  '5.8.0',
  '5.6.0',
  '5.5.0',
  '5.3.0',
] as const
