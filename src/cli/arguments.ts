import { parseArgs } from 'node:util'

/** What the command is to do. */
export type Command =
  | { readonly name: 'help' | 'version' }
  | {
      readonly name: 'inspect'
      readonly files: readonly [string, ...string[]]
      readonly options: InspectOptions
    }

/** How `inspect` goes about it. */
export interface InspectOptions {
  readonly isJson: boolean
  readonly isStrict: boolean
  /** Not to show the answer. */
  readonly isWithoutAnswer: boolean
  /** The file is a body without headers, of this type. */
  readonly contentType?: string
  /** Where to save the attachments. */
  readonly extract?: string
  /** Where to write the page. */
  readonly html?: string
}

/** The command was not called as it can be. */
export class UsageError extends Error {}

export const USAGE = `Usage: mm7 inspect [options] FILE...

Shows MM7 requests: what was sent, its parts, its fields, each deviation and
where it is, and the answer it would get. FILE is a capture, or - for the
standard input: a line such as POST /mm7 HTTP/1.1 (it may be missing), the
headers, an empty line, and the body, byte for byte as it was sent. Of several
each is shown, and at the end there is a line for each.

  --html PAGE          write a page to PAGE (- for the standard output): the
                       message as a phone shows it, and the request with each
                       warning at its byte
  --content-type TYPE  FILE is a body without headers, of this Content-Type
  --extract DIR        save the attachments in DIR, under names made safe
  --json               print JSON, bytes in base64
  --no-answer          leave out the answer
  --strict             refuse the message for its first deviation, as
                       parseMm7Request(request, { strict: true }) does
  --help               print this
  --version            print the version

For example:
  mm7 inspect capture.http
  mm7 inspect --html report.html capture.http
  mm7 inspect --content-type 'multipart/related; boundary="b"' body.bin

Exit status: 0 the message was read, 1 it was refused, 2 it was not looked at,
or something could not be saved or printed. Of several the highest.
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
  const { 'content-type': contentType, extract, html } = values
  if (html !== undefined && others.length > 0) {
    throw new UsageError('A page shows one message: name one FILE with --html.')
  }
  if (html === '-' && values.json === true) {
    throw new UsageError('The standard output takes either the page or the JSON.')
  }
  const options = {
    isJson: values.json === true,
    isStrict: values.strict === true,
    isWithoutAnswer: values['no-answer'] === true,
    ...(contentType !== undefined && { contentType }),
    ...(extract !== undefined && { extract }),
    ...(html !== undefined && { html }),
  }
  return { name: 'inspect', files: [file, ...others], options }
}

const OPTIONS = {
  'content-type': { type: 'string' },
  extract: { type: 'string' },
  html: { type: 'string' },
  json: { type: 'boolean' },
  'no-answer': { type: 'boolean' },
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
