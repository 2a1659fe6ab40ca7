import { parseArgs } from 'node:util'

/** What the command is to do. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | { readonly name: 'inspect'; readonly file: string; readonly options: InspectOptions }

/** How `inspect` goes about it. */
export interface InspectOptions {
  readonly isJson: boolean
  readonly isStrict: boolean
  /** The file is a body without headers, of this type. */
  readonly contentType?: string
  /** Where to save the attachments. */
  readonly extract?: string
}

/** The command was not called as it can be. */
export class UsageError extends Error {}

export const USAGE = `Usage: mm7 inspect [options] FILE

Shows an MM7 request: its parts, its fields, what is odd about it and where, and
the answer it would get. FILE is a capture, HTTP headers and body as they were
sent; - is the standard input.

  --content-type TYPE  FILE is a body without headers, of this Content-Type
  --extract DIR        save the attachments in DIR, under names made safe
  --json               print JSON, bytes in base64
  --strict             refuse whatever is not as the standard has it
  --help               print this
  --version            print the version

Exit status: 0 the message was read, 1 it was refused, 2 it was not looked at,
or its attachments could not be saved.
`

/**
 * @param args what stands after the name of the command
 * @returns what is asked for
 * @throws UsageError if it cannot be done
 */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  if (values.help === true) return { name: 'help' }
  if (values.version === true) return { name: 'version' }
  const [command, file, ...others] = positionals
  if (command === undefined) throw new UsageError('Say what to do: mm7 inspect FILE.')
  if (command !== 'inspect') throw new UsageError(`There is no command ${command}.`)
  if (file === undefined) throw new UsageError('Name a FILE, or - for the standard input.')
  if (others.length > 0) throw new UsageError('Name one FILE only.')
  const { 'content-type': contentType, extract } = values
  const options = {
    isJson: values.json === true,
    isStrict: values.strict === true,
    ...(contentType !== undefined && { contentType }),
    ...(extract !== undefined && { extract }),
  }
  return { name: 'inspect', file, options }
}

const OPTIONS = {
  'content-type': { type: 'string' },
  extract: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

type Parsed = ReturnType<
  typeof parseArgs<{ args: string[]; options: typeof OPTIONS; allowPositionals: true }>
>

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
