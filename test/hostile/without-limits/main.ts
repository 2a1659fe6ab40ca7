import { spawnSync } from 'node:child_process'
import {
  attachmentText,
  buildMm7Rsp,
  DEFAULT_LIMITS,
  type Limits,
  Mm7Error,
  type Mm7Message,
  type Mm7Request,
  messageToJson,
  parseMm7Request,
} from '../../../src/index.js'
import { slidesOf, textOf } from '../../../src/presentation/index.js'
import { MESSAGES } from './messages.js'

const WITHOUT = Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, Number.POSITIVE_INFINITY]),
) as unknown as Limits

/** Megabytes of a process's heap: Node's own default on most machines is as much. */
const HEAP = 3000
const ONE = '--one'

const [flag, asked] = process.argv.slice(2)
if (flag === ONE && asked !== undefined) console.log(readOne(asked))
else process.exitCode = readAll(flag)

/** Reads each message in a process of its own. @returns the exit status: 1 if anything else was thrown */
function readAll(only = ''): number {
  let status = 0
  for (const name of Object.keys(MESSAGES)) {
    if (!name.includes(only)) continue
    const args = [`--max-old-space-size=${HEAP}`, process.argv[1] as string, ONE, name]
    const { stdout, stderr, status: code } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (code !== 0) status = 1
    const why = /\w*Error.*|FATAL.*/.exec(stderr)?.[0] ?? stderr.slice(0, 200)
    console.log(`${name.padEnd(60)} ${code === 0 ? stdout.trim() : `FINDING ${why}`}`)
  }
  return status
}

/** @returns what came of it, and what it took */
function readOne(name: string): string {
  const make = MESSAGES[name] as () => Mm7Request
  const outcome = read(make())
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  return `${outcome.padEnd(24)} ${((user + system) / 1e6).toFixed(1)} s, ${(maxRSS / 1000).toFixed(0)} MB`
}

function read(request: Mm7Request): string {
  let result: Mm7Message | Mm7Error
  try {
    result = parseMm7Request(request, { limits: WITHOUT })
  } catch (error) {
    if (!(error instanceof Mm7Error)) throw error
    result = error
  }
  buildMm7Rsp(result)
  const use: (() => unknown)[] = [() => messageToJson(result)]
  if (!(result instanceof Mm7Error)) {
    const message = result
    if ('attachments' in message) {
      for (const one of message.attachments.slice(0, 3)) use.push(() => attachmentText(one))
      use.push(
        () => slidesOf(message),
        () => textOf(message),
      )
    }
  }
  for (const one of use) orMisuse(one)
  return result instanceof Mm7Error ? result.code : 'accepted'
}

function orMisuse(use: () => unknown): void {
  try {
    use()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}
