import { messageToJson } from '../index.js'
import { type InspectOptions, parseArguments, USAGE, UsageError } from './arguments.js'
import { extractAttachments } from './extract.js'
import type { Host } from './host.js'
import { renderPage } from './html/page.js'
import { type Inspection, inspect } from './inspection.js'
import { renderReport } from './report.js'
import { type Outcome, outcomeOf, STATUS, summaryLine, totalLine, troubleLine } from './summary.js'
import { escapeJson, escapeLine, type Style, style } from './terminal.js'

/**
 * Runs the command `mm7`.
 *
 * @param args what stands after its name
 * @returns its exit status: 0 if the message was read, 1 if it was refused, 2 for all else; of several
 * captures the highest
 */
export function run(args: readonly string[], host: Host): number {
  try {
    const command = parseArguments(args)
    if (command.name === 'inspect') return inspectAll(command.files, command.options, host)
    host.print(command.name === 'help' ? USAGE : `${host.version}\n`)
    return STATUS.read
  } catch (error) {
    // Whatever went wrong, a person at a terminal is helped by a line, not by a stack.
    printError(error as Error, host)
    if (error instanceof UsageError) host.printError('mm7 --help tells more.\n')
    return STATUS.trouble
  }
}

function printError(error: Error, host: Host): void {
  host.printError(`mm7: ${escapeLine(error.message)}\n`)
}

function inspectAll(
  files: readonly [string, ...string[]],
  options: InspectOptions,
  host: Host,
): number {
  const [only, second] = files
  if (second === undefined) return inspectOne(only, options, host)
  const outcomes: Outcome[] = []
  const summary: string[] = []
  const json: unknown[] = []
  for (const [i, file] of files.entries()) {
    host.progress(`${i + 1} of ${files.length}: ${escapeLine(file)}`)
    const { outcome, line, result } = tryOne(file, options, host)
    outcomes.push(outcome)
    summary.push(line)
    json.push(result)
  }
  host.progress('')
  const ends = [...summary, totalLine(outcomes)].map((line) => `${line}\n`).join('')
  if (options.isJson) printJson(json, host)
  else host.print(ends)
  return Math.max(...outcomes)
}

/** Shows one of several captures. What is wrong with the file does not keep the others from it. */
function tryOne(
  file: string,
  options: InspectOptions,
  host: Host,
): { outcome: Outcome; line: string; result: unknown } {
  try {
    const inspection = inspect(file, readFile(file, host), options)
    const saved = save(inspection, options, host)
    const { title } = style(host.isColourful)
    const report = renderReport(inspection, { ...options, saved, style: styleOf(host) })
    if (!options.isJson) host.print(`${title(`== ${escapeLine(file)}`)}\n${report}\n`)
    const line = summaryLine(inspection)
    return {
      outcome: outcomeOf(inspection),
      line,
      result: { file, ...jsonOf(inspection, options) },
    }
  } catch (error) {
    const { message } = error as Error
    host.progress('')
    printError(new Error(`${file}: ${message}`), host)
    const line = troubleLine(file, error as Error)
    return { outcome: STATUS.trouble, line, result: { file, trouble: message } }
  }
}

function inspectOne(file: string, options: InspectOptions, host: Host): number {
  const { html, isJson } = options
  if (html !== undefined) host.progress(`reading ${escapeLine(file)}`)
  const inspection = inspect(file, readFile(file, host), options)
  const saved = save(inspection, options, host)
  if (html !== undefined) {
    host.progress(`writing ${escapeLine(html)}`)
    const page = renderPage(inspection, options)
    if (html === '-') host.print(page)
    else host.write(html, page)
    host.progress('')
  }
  if (isJson) printJson(jsonOf(inspection, options), host)
  else if (html === undefined)
    host.print(renderReport(inspection, { ...options, saved, style: styleOf(host) }))
  else if (html !== '-') host.print(`${summaryLine(inspection)}\n`)
  return outcomeOf(inspection)
}

function styleOf(host: Host): Style {
  return style(host.isColourful)
}

function save(
  { attachments }: Inspection,
  { extract }: InspectOptions,
  host: Host,
): ReturnType<typeof extractAttachments> {
  return extract === undefined ? [] : extractAttachments(attachments, extract, host)
}

function jsonOf({ result, answer }: Inspection, { isWithoutAnswer }: InspectOptions): object {
  return { ...messageToJson(result), ...(!isWithoutAnswer && { answer }) }
}

function printJson(json: unknown, host: Host): void {
  host.print(`${escapeJson(JSON.stringify(json, null, 2))}\n`)
}

function readFile(file: string, host: Host): Uint8Array {
  try {
    return host.read(file)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EISDIR') throw error
    throw new Error(`${file} is a directory.`)
  }
}
