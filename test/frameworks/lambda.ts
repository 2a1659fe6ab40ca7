import { pathToFileURL } from 'node:url'
import type { Workshop } from '../runtimes/workshop.js'
import type { Result, Served } from './check.js'
import { writePrinted } from './serve.js'

interface LambdaResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: string
}

type Handler = (event: object) => Promise<LambdaResponse>
type ToEvent = (method: string, headers: Record<string, string>, body: string | null) => object

const EVENTS: Readonly<Record<string, ToEvent>> = {
  // API Gateway, REST API, payload format 1.0
  'lambda-v1': (method, headers, body) => ({
    resource: '/mm7',
    path: '/mm7',
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
    queryStringParameters: null,
    requestContext: { httpMethod: method, path: '/mm7', protocol: 'HTTP/1.1' },
    body,
    isBase64Encoded: body !== null,
  }),
  // API Gateway, HTTP API, payload format 2.0
  'lambda-v2': (method, headers, body) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/mm7',
    headers,
    requestContext: { http: { method, path: '/mm7', protocol: 'HTTP/1.1' } },
    ...(body !== null && { body }),
    isBase64Encoded: body !== null,
  }),
  // A Function URL: payload format 2.0, too
  'lambda-url': (method, headers, body) => ({
    version: '2.0',
    rawPath: '/mm7',
    headers: { ...headers, 'x-forwarded-proto': 'https' },
    requestContext: {
      domainName: 'id.lambda-url.us-east-1.on.aws',
      http: { method, path: '/mm7' },
    },
    ...(body !== null && { body }),
    isBase64Encoded: body !== null,
  }),
}

/** A row for each shape of event. */
export const lambda: Readonly<Record<string, (workshop: Workshop) => Promise<Served>>> =
  Object.fromEntries(
    Object.entries(EVENTS).map(([name, toEvent]) => [
      name,
      async (workshop: Workshop): Promise<Served> => {
        const file = await writePrinted(workshop, 'frameworks', 'lambda.ts')
        const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler }
        await expectDecodedIsRefused(handler, toEvent)
        const post = async (
          method: string,
          headers: Record<string, string>,
          body: Uint8Array,
        ): Promise<Result> => {
          const length = { 'content-length': String(body.length) }
          const text = body.length === 0 ? null : Buffer.from(body).toString('base64')
          const { statusCode, ...rest } = await handler(
            toEvent(method, { ...length, ...headers }, text),
          )
          return { status: statusCode, allow: rest.headers['allow'], text: rest.body }
        }
        return { post, stop: () => {} }
      },
    ]),
  )

/** A body that was decoded as text is not taken for what was sent. */
async function expectDecodedIsRefused(handler: Handler, toEvent: ToEvent): Promise<void> {
  const decoded = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString()
  const event = {
    ...toEvent('POST', { 'content-type': 'text/xml' }, decoded),
    isBase64Encoded: false,
  }
  const failure = await handler(event).catch((error: unknown) => String(error))
  if (!/binaryMediaTypes/.test(String(failure))) throw new Error('A decoded body was taken.')
}
