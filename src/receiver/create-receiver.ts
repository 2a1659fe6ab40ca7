import { Mm7Error } from '../errors.js'
import type { Mm7Message } from '../message.js'
import { parseMm7Request } from '../parse.js'
import { logEvent } from './log.js'
import { HANDLERS } from './operations.js'
import { handled, type Outcome, refused, unanswered, unhandled } from './outcome.js'
import { refuseUnread } from './refuse-unread.js'
import { type Settings, settingsOf } from './settings.js'
import { TimeLimitError, withinTimeLimit } from './time-limit.js'
import type { Handler, Receiver, ReceiverOptions, ReceiverRequest } from './types.js'
import { checkVerdict } from './verdict.js'

/**
 * Makes a receiver: all that is between a request and its response, by the rules of relay/servers (TS
 * 23.140 8.7), without HTTP. `toNodeListener` and `toFetchHandler` make a server of it.
 *
 * A message that was read is answered with HTTP 200 and what its handler returns, one that cannot be
 * read with HTTP 200 and the status of its `Mm7Error`. A handler that throws or takes too long is
 * answered 503, and so is a body that is not as long as its Content-Length says: the message will be
 * sent again. Another method than POST is answered 405, a body over the limit 413.
 *
 * @param options a handler for each operation, how to read (as for `parseDeliverReq`), and limits
 * @returns a function from a request to a response, which never rejects
 * @throws TypeError if there is no `deliverReq`, or an option is not valid; it says what to do instead
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const settings = settingsOf(options)
  const receive = async (request: ReceiverRequest) => {
    const { response, event } = await outcomeOf(request, settings)
    logEvent(settings.log, event)
    return response
  }
  return Object.assign(receive, { bodyLimit: settings.bodyLimit })
}

async function outcomeOf(request: ReceiverRequest, settings: Settings): Promise<Outcome> {
  let message: Mm7Message
  try {
    const unread = refuseUnread(request, settings.bodyLimit)
    if (unread !== undefined) return unread
    message = parseMm7Request(request, settings.parseOptions)
  } catch (thrown) {
    if (thrown instanceof Mm7Error) return refused(thrown)
    const what = thrown instanceof TypeError ? thrown.message : 'The message could not be read.'
    return unanswered('request-unusable', what, { thrown })
  }
  return handle(message, request, settings)
}

async function handle(
  message: Mm7Message,
  request: ReceiverRequest,
  { handlers, timeLimit }: Settings,
): Promise<Outcome> {
  const name = HANDLERS[message.operation]
  const handler = handlers[name] as Handler<Mm7Message> | undefined
  if (handler === undefined) return unhandled(message, name)
  try {
    const returned = await withinTimeLimit(timeLimit, (signal) =>
      handler(message, { signal, request }),
    )
    return handled(message, checkVerdict(returned))
  } catch (thrown) {
    const read = message
    if (thrown instanceof TimeLimitError) {
      const what = `${name} took longer than ${timeLimit} ms: let it store the message and no more, and work on it after the answer.`
      return unanswered('time-limit', what, { read })
    }
    return unanswered('handler-failed', `${name} failed.`, { read, thrown })
  }
}
