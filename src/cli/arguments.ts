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
the answer it would get. FILE is a capture of it, or - for the standard input: a
line such as POST /mm7 HTTP/1.1 (it may be missing), the headers, an empty line,
and the body, byte for byte as it was sent.

  --content-type TYPE  FILE is a body without headers, of this Content-Type
  --extract DIR        save the attachments in DIR, under names made safe
  --json               print JSON, bytes in base64
  --strict             refuse the message for the first liberty taken to read it,
                       as parseMm7Request(request, { strict: true }) does
  --help               print this
  --version            print the version

For example:
  mm7 inspect capture.http
  mm7 inspect --content-type 'multipart/related; boundary="b"' body.bin

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

function parse(given: readonly string[]): Parsed {
  const args = [...given]
  const all = { args, options: OPTIONS, allowPositionals: true } as const
  // In words of our own first; what is left is good, and typed.
  const { tokens } = parseArgs({ ...all, strict: false, tokens: true })
  for (const token of tokens) if (token.kind === 'option') checkOption(token)
  return parseArgs(all)
}

function checkOption(token: {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}): void {
  const { name, rawName, value, inlineValue } = token
  if (!Object.hasOwn(OPTIONS, name)) throw new UsageError(`There is no option ${rawName}.`)
  if (OPTIONS[name as keyof typeof OPTIONS].type === 'boolean') {
    if (value !== undefined) throw new UsageError(`The option ${rawName} takes no value.`)
    return
  }
  // A value that looks like an option is one, unless it is joined to its own.
  const isOption = value?.startsWith('-') === true && value !== '-' && inlineValue !== true
  if (value === undefined || isOption) throw new UsageError(`The option ${rawName} needs a value.`)
}
