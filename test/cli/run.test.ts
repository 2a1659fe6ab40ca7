import { describe, expect, it } from 'vitest'
import { answerLines } from '../../src/cli/answer-lines.js'
import { USAGE } from '../../src/cli/arguments.js'
import { nodeHost } from '../../src/cli/host.js'
import { run } from '../../src/cli/run.js'
import { buildDeliverReq, type DeliverReqInput } from '../../src/testing/index.js'
import { captureOf } from './captures.js'
import { fakeHost } from './fake-host.js'

const SLIDES: DeliverReqInput = {
  transactionId: 'tx-1',
  sender: { kind: 'number', value: '447700900199', displayOnly: true, addressCoding: 'encrypted' },
  recipients: ['55501', 'a@example.com'],
  timeStamp: '2026-01-15T10:00:00Z',
  carrierId: '0001890',
  messageExtraData: [{ key: 'k', value: 'v' }],
  attachments: [
    { text: '<smil/>', mediaType: 'application/smil', name: 'slides.smil' },
    { text: 'Hello', contentLocation: 'hello.txt' },
  ],
}

function inspect(input: DeliverReqInput, args: string[] = [], deviations: never[] | string[] = []) {
  const host = fakeHost({
    'capture.http': captureOf(input, { deviations: deviations as never[] }),
  })
  return { host, status: run(['inspect', 'capture.http', ...args], host) }
}

describe('mm7 inspect', () => {
  it('shows parts, fields and the answer', () => {
    const { host, status } = inspect(SLIDES)
    expect(status).toBe(0)
    expect(host.printed.join('')).toMatchInlineSnapshot(`
      "HTTP
        POST /mm7
        content-type               multipart/related; type="text/xml"; start="<envelope>"; boundary="=_mm7_0_0"
        soapaction                 ""
        x-skycore-carrier-id       0001890
        (body)                     1547 bytes

      Parts
        ├─ text/xml  985 bytes  <envelope>  (envelope)
        └─ multipart/related  292 bytes  <content>
           ├─ application/smil  7 bytes  <attachment-1>  "slides.smil"  (presentation)
           └─ text/plain  5 bytes  at hello.txt
                │ Hello

      Fields
        operation                  DeliverReq
        transactionId              tx-1
        mm7Version                 6.8.0
        namespace                  http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4
        carrierId                  0001890  Verizon Wireless
        sender                     447700900199 (number, display only, encrypted)
        recipients                 to 55501 (number)
        recipients                 to a@example.com (rfc2822)
        messageExtraData           {"key":"k","value":"v"}
        timeStamp                  2026-01-15T10:00:00Z
        contents                   cid:content (attachments: 1, 2)

      Answer
        <?xml version="1.0" encoding="UTF-8"?>
        <soap-env:Envelope xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/">
          <soap-env:Header>
            <TransactionID xmlns="http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4" soap-env:mustUnderstand="1">tx-1</TransactionID>
          </soap-env:Header>
          <soap-env:Body>
            <DeliverRsp xmlns="http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4">
              <MM7Version>6.8.0</MM7Version>
              <Status>
                <StatusCode>1000</StatusCode>
                <StatusText>Success</StatusText>
              </Status>
            </DeliverRsp>
          </soap-env:Body>
        </soap-env:Envelope>
      "
    `)
  })

  it('shows the parts that were read of a message that is refused for having too many', () => {
    const encoded = { text: 'hello', transferEncoding: 'base64' } as const
    const others = Array.from({ length: 300 }, () => ({ text: 'x' }))
    const { host, status } = inspect({ ...SLIDES, attachments: [encoded, ...others] })
    expect(status).toBe(1)
    const printed = host.printed.join('')
    expect(printed).toMatch(
      /^Refused\n {2}too-many-parts at byte \d+: .*\n {2}status 2007 .*\n {2}[ \d]+ │ --/,
    )
    const parts = printed.match(/^ {2}[├└]─ text\/plain {2}1 bytes/gm)
    expect(parts).toHaveLength(253)
    expect(printed).toContain('text/plain  5 bytes, decoded from base64  <attachment-1>')
  })

  it('shows the warnings, where they are, and what the places count from', () => {
    const { host, status } = inspect(SLIDES, [], ['undeclared-prefix', 'misnamed-element'])
    expect(status).toBe(0)
    expect(host.printed.join('')).toMatch(
      /^Warnings \(2\)\n {2}prefix-undeclared at byte (\d+): .*\n {7}7 │ <soap-env:.*\n {9}│ \^\n {2}element-name.* in .*: /m,
    )
    expect(host.printed.join('')).toContain(
      'Bytes and lines are those of the body: byte 0 is its first, which is byte 161 of the file.\n',
    )
  })

  it('tells them in the order of the body, those without a place in it last', () => {
    const { host } = inspect(
      { ...SLIDES, sender: '1/TYPE=PLMN', attachments: [{ text: 'x', contentId: 'a' }] },
      [],
      ['undeclared-prefix', 'no-href'],
    )
    const printed = host.printed.join('')
    const places = [...printed.matchAll(/^ {2}[a-z]+(?:-[a-z]+)+(?: at byte (\d+))?.*: /gm)]
    const offsets = places.map(([, offset]) => Number(offset ?? Number.POSITIVE_INFINITY))
    expect(offsets.length).toBeGreaterThan(2)
    expect(offsets).toEqual([...offsets].sort((one, other) => one - other))
    expect(printed).toContain('sender                     1 (number, sent as 1/TYPE=PLMN)\n')
  })

  it('shows no place where there is none in the body', () => {
    const sent = Buffer.from(captureOf(SLIDES)).toString('latin1')
    const host = fakeHost({
      x: Buffer.from(sent.replace('type="text/xml"', 'type=text/xml'), 'latin1'),
    })
    expect(run(['inspect', 'x'], host)).toBe(0)
    expect(host.printed.join('')).toMatch(
      /Warnings \(1\)\n {2}parameter-unquoted in content-type: .*\n\nAnswer/,
    )
  })

  it('shows sizes as sent and decoded', () => {
    const attachments = [
      { text: 'x'.repeat(45), transferEncoding: 'base64' },
      { text: '=', transferEncoding: 'quoted-printable' },
      { text: '=', transferEncoding: '8bit' },
    ] as const
    const capture = captureOf({ attachments }, { envelopeEncoding: 'base64' })
    const host = fakeHost({ x: capture })
    expect(run(['inspect', 'x'], host)).toBe(0)
    const printed = host.printed.join('')
    expect(printed).toMatch(/text\/xml {2}\d+ bytes in base64 {2}<envelope>/)
    expect(printed).toContain('text/plain  60 bytes in base64, 45 decoded  <attachment-1>')
    expect(printed).toContain('text/plain  3 bytes in quoted-printable, 1 decoded  <')
    expect(printed).toContain('text/plain  1 bytes  <attachment-3>')
  })

  it('shows earlier senders as addresses', () => {
    const { host } = inspect({
      previouslySentBy: [{ address: 'a@example.com' }, { address: '55501', sequence: 2 }],
    })
    expect(host.printed.join('')).toMatch(
      /previouslySentBy +a@example.com \(rfc2822\)\n +previouslySentBy +55501 \(number, sequence 2\)\n/,
    )
  })

  it('lays out what is long, and cuts what is too long', () => {
    const child = (name: string) => ({ name, text: 'x'.repeat(300) })
    const { host } = inspect({
      subject: `${'x'.repeat(199)}\u{1f600}yz`,
      extensions: [
        { name: 'Extension', children: [child('one')] },
        { name: 'Extension', children: Array.from({ length: 10 }, () => child('many')) },
      ],
    })
    const printed = host.printed.join('')
    const column = ' '.repeat(29)
    expect(printed).toContain(
      `subject                    ${'x'.repeat(199)}… (4 more characters)\n`,
    )
    expect(printed).toMatch(/ {2}extensions {17}\{\n {31}"namespace": /)
    expect(printed).toMatch(/"text": "x+… \(\d+ more characters\)\n/)
    expect(printed).toContain(`${column}… (28 more lines)\n`)
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(260)
  })

  it('lays out an answer as the lines it has', () => {
    const answer = '<?xml version="1.0"?>\n<a><b>1\n</b><c/><d></d></a>'
    expect(answerLines(answer)).toEqual([
      '<?xml version="1.0"?>',
      '<a>',
      '  <b>1\n</b>',
      '  <c/>',
      '  <d>',
      '  </d>',
      '</a>',
    ])
  })

  it('reads headers and a body without a first line', () => {
    const capture = Buffer.from(captureOf(SLIDES))
    const host = fakeHost({ x: capture.subarray(capture.indexOf('\n') + 1) })
    expect(run(['inspect', 'x'], host)).toBe(0)
    expect(host.printed.join('')).toContain('tx-1')
  })

  it('refuses them with --strict, and tells the status of the answer', () => {
    const { host, status } = inspect(SLIDES, ['--strict'], ['undeclared-prefix'])
    expect(status).toBe(1)
    expect(host.printed.join('')).toMatch(
      /^Refused\n {2}prefix-undeclared at byte \d+: .*\n {2}status 4004 Validation error\n/,
    )
    expect(host.printed.join('')).toContain('<StatusCode>4004</StatusCode>')
  })

  it('shows what is left of a message that is none', () => {
    const host = fakeHost({ '-': new TextEncoder().encode('POST / HTTP/1.1\r\n\r\n') })
    expect(run(['inspect', '-'], host)).toBe(1)
    expect(host.printed.join('')).toMatch(/^Refused\n {2}body-empty at byte 0: /)
    expect(host.printed.join('')).not.toContain('Parts')
  })

  it('reads a body without headers', () => {
    const { headers, body } = buildDeliverReq(SLIDES)
    const host = fakeHost({ body })
    const type = headers['content-type'] as string
    expect(run(['inspect', '--content-type', type, 'body'], host)).toBe(0)
    expect(host.printed.join('')).toContain('tx-1')
  })

  it('shows an operator that is in no table, and none', () => {
    const { host } = inspect({ carrierId: '474' })
    expect(host.printed.join('')).toMatch(/carrierId +474\n/)
    expect(inspect({}).host.printed.join('')).not.toContain('carrierId')
  })

  it('shows a Content without a href', () => {
    const { host } = inspect(SLIDES, [], ['no-href'])
    expect(host.printed.join('')).toMatch(/contents +no href \(attachments: 1, 2\)\n/)
  })

  it('prints JSON, with the answer', () => {
    const { host, status } = inspect({ ...SLIDES, subject: 'a\x7f\u202e\u{e0001}z' }, ['--json'])
    expect(status).toBe(0)
    expect(host.printed.join('')).toContain('"a\\u007f\\u202e\\udb40\\udc01z"')
    const json = JSON.parse(host.printed.join(''))
    expect(json).toMatchObject({ transactionId: 'tx-1', subject: 'a\x7f\u202e\u{e0001}z' })
    expect(json.answer).toContain('DeliverRsp')
  })

  it('prints JSON of a refusal', () => {
    const { host, status } = inspect(SLIDES, ['--json', '--strict'], ['undeclared-prefix'])
    expect(status).toBe(1)
    expect(JSON.parse(host.printed.join('')).error.code).toBe('prefix-undeclared')
  })

  it('saves the attachments', () => {
    const { host, status } = inspect(SLIDES, ['--extract', 'out'])
    expect(status).toBe(0)
    expect([...host.files.keys()]).toEqual(['capture.http', 'out/slides.smil', 'out/hello.txt'])
    expect(host.printed.join('')).toContain(
      'Saved\n  out/slides.smil  7 bytes\n  out/hello.txt  5 bytes\n',
    )
  })

  it('lets nothing of the message reach the terminal that it would obey', () => {
    const evil = 'a\u009b31m\u202eb\u2028\u{e0041}'
    const { host } = inspect({
      transactionId: evil,
      subject: `${evil}\n\tx`,
      linkedId: evil,
      attachments: [{ text: evil, name: evil, contentId: 'x\u009b' }],
    })
    const printed = host.printed.join('')
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(printed).toContain('a\\u{9b}31m\\u{202e}b\\u{2028}\\u{e0041}\\n\\tx')
  })

  it('is colourful where it may be', () => {
    const host = fakeHost({ 'capture.http': captureOf(SLIDES) })
    expect(run(['inspect', 'capture.http'], { ...host, isColourful: true })).toBe(0)
    expect(host.printed.join('')).toContain('\x1b[1mParts\x1b[0m')
  })
})

describe('the HTTP request', () => {
  const show = (head: string, ...args: string[]) => {
    const { body } = buildDeliverReq(SLIDES)
    const host = fakeHost({ x: Buffer.concat([Buffer.from(head), body]) })
    run(['inspect', ...args, 'x'], host)
    return host.printed.join('')
  }

  it.each([
    ['', /\(body\) +\d+ bytes\n/],
    ['Content-Length: 3\r\n', /\(body\) +\d+ bytes, but Content-Length says 3\n/],
  ])('is shown, with %j and the length that was found', (field, line) => {
    const printed = show(`POST /mm7?a\x1b=1 HTTP/1.1\r\n${field}X-Id: 1\r\n\r\n`)
    expect(printed).toMatch(/^HTTP\n {2}POST \/mm7\?a\\u\{1b\}=1\n/m)
    expect(printed).toMatch(/ {2}x-id +1\n/)
    expect(printed).toMatch(line)
  })

  it('has the length that its header says', () => {
    const { body } = buildDeliverReq(SLIDES)
    expect(show(`Content-Length: ${body.length}\r\n\r\n`)).toMatch(
      /\(body\) +\d+ bytes, as Content-Length says\n/,
    )
  })

  it('is its Content-Type alone, of a body without headers; places then count from the file', () => {
    const printed = show('', '--content-type', 'text/xml')
    expect(printed).toMatch(/^HTTP\n {2}content-type +text\/xml\n {2}\(body\) /m)
    expect(printed).toContain('byte 0 is its first.\n')
  })
})

describe('what parts are', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAADElEQVR4nGNgoBAAAABCAAG0Bn8kAAAAAElFTkSuQmCC',
    'base64',
  )

  it('is shown: the dimensions of pictures, and what is not their type', () => {
    const { host } = inspect({
      attachments: [
        { bytes: PNG, mediaType: 'image/png' },
        { bytes: PNG, mediaType: 'image/jpeg' },
        { bytes: Buffer.from('nothing'), mediaType: 'image/gif' },
        { bytes: Buffer.from('#!AMR\nx'), mediaType: 'audio/amr' },
      ],
    })
    const printed = host.printed.join('')
    expect(printed).toMatch(/image\/png .*<attachment-1> {2}2 × 3\n/)
    expect(printed).toMatch(/image\/jpeg .*<attachment-2> {2}really image\/png, 2 × 3\n/)
    expect(printed).toMatch(/image\/gif .*<attachment-3> {2}does not start as image\/gif does\n/)
    expect(printed).toMatch(/audio\/amr .*<attachment-4>\n/)
  })

  it('is shown of texts, up to six lines, without controls', () => {
    const { host } = inspect({
      attachments: [
        { text: 'one\r\ntwo\x1b[31m\rthree\n' },
        { text: '1\n2\n3\n4\n5\n6\n7' },
        { text: ' \n' },
        { text: '<svg/>', mediaType: 'image/svg+xml' },
        { text: '{"a":1}', mediaType: 'application/json' },
      ],
    })
    const printed = host.printed.join('')
    expect(printed).toContain('│ one\n')
    expect(printed).toContain('│ two\\u{1b}[31m\n')
    expect(printed).toMatch(/│ three\n +├─/)
    expect(printed).toMatch(/│ 6\n +│ {4}│ …\n/)
    expect(printed).toContain('│ <svg/>\n')
    expect(printed).toContain('│ {"a":1}\n')
  })
})

describe('several captures', () => {
  const CAPTURES = {
    'in/a.http': captureOf(SLIDES),
    'in/b.http': captureOf(
      { transactionId: 'tx-2', attachments: [{ text: 'x' }] },
      { deviations: ['undeclared-prefix'] },
    ),
    'in/c.http': new TextEncoder().encode('POST / HTTP/1.1\r\n\r\n'),
    'in/d.http': new TextEncoder().encode('nonsense'),
  }
  const inspectAll = (...args: string[]) => {
    const host = fakeHost(CAPTURES)
    return { host, status: run(['inspect', ...args], host) }
  }

  it('are each shown, and have a line each and a total at the end', () => {
    const { host, status } = inspectAll(
      'in/a.http',
      'in/b.http',
      'in/c.http',
      'in/d.http',
      'in/e\x1b',
    )
    expect(status).toBe(2)
    const printed = host.printed.join('')
    expect(printed).toMatch(
      /^== in\/a\.http\nHTTP\n[\s\S]*\n== in\/b\.http\nHTTP\n[\s\S]*== in\/c\.http\nRefused\n/,
    )
    expect(printed.split('\n').slice(-7)).toEqual([
      'in/a.http: read; transaction "tx-1"',
      'in/b.http: read; transaction "tx-2"; 1 warning: prefix-undeclared',
      'in/c.http: refused: body-empty at byte 0',
      expect.stringMatching(/^in\/d\.http: not looked at: No HTTP capture: /),
      expect.stringMatching(/^in\/e\\u\{1b\}: not looked at: ENOENT/),
      '5 captures: 2 read, 1 refused, 2 not looked at',
      '',
    ])
    expect(host.errors.join('')).toMatch(
      /^mm7: in\/d\.http: No HTTP capture: .*\nmm7: in\/e\\u\{1b\}: ENOENT.*\n$/,
    )
    expect(host.shown).toContain('1 of 5: in/a.http')
    expect(host.shown.at(-1)).toBe('')
  })

  it.each([
    [['in/a.http', 'in/b.http'], 0],
    [['in/c.http', 'in/a.http'], 1],
  ])('%j end with the highest status, %d', (files, status) => {
    expect(inspectAll(...files).status).toBe(status)
  })

  it('are a list as JSON', () => {
    const { host } = inspectAll('--json', '--no-answer', 'in/a.http', 'in/d.http')
    const [first, second, ...others] = JSON.parse(host.printed.join(''))
    expect(first).toMatchObject({ file: 'in/a.http', transactionId: 'tx-1' })
    expect(first).not.toHaveProperty('answer')
    expect(second).toMatchObject({ file: 'in/d.http', trouble: expect.stringContaining('No HTTP') })
    expect(others).toEqual([])
  })

  it('name the first of many codes', () => {
    const deviations = ['undeclared-prefix', 'misnamed-element', 'no-href'] as never[]
    const host = fakeHost({
      x: captureOf({ sender: '1/TYPE=PLMN', attachments: [{ text: 'x' }] }, { deviations }),
      y: captureOf({}),
    })
    run(['inspect', 'x', 'y'], host)
    expect(host.printed.at(-1)).toMatch(
      /^x: read; transaction ".*"; \d warnings: (?:[a-z-]+, ){2,}[a-z-]+\n/,
    )
  })
})

describe('--no-answer', () => {
  it('leaves out the answer', () => {
    expect(inspect(SLIDES, ['--no-answer']).host.printed.join('')).not.toContain('Answer')
    expect(inspect(SLIDES, ['--no-answer', '--json']).host.printed.join('')).not.toContain(
      '"answer"',
    )
  })
})

describe('a mistake of ours', () => {
  it('is not taken for one of the message', () => {
    const host = { ...fakeHost(), read: () => 'text' as never }
    expect(run(['inspect', '--content-type', 'text/xml', 'x'], host)).toBe(2)
  })
})

describe('mm7', () => {
  it.each([['--help'], ['-h'], ['inspect', '--help']])('prints its usage for %s', (...args) => {
    const host = fakeHost()
    expect(run(args, host)).toBe(0)
    expect(host.printed.join('')).toBe(USAGE)
  })

  it('prints its version', () => {
    const host = fakeHost()
    expect(run(['--version'], host)).toBe(0)
    expect(host.printed).toEqual(['1.2.3\n'])
  })

  it.each([
    [[], 'Say what to do'],
    [['frobnicate'], 'There is no command frobnicate'],
    [['inspect'], 'Name a FILE'],
    [['inspect', '--html', 'p', 'a', 'b'], 'A page shows one message: name one FILE with --html.'],
    [
      ['inspect', '--html', '-', '--json', 'a'],
      'The standard output takes either the page or the JSON.',
    ],
    [['inspect', '--html'], 'mm7: The option --html needs a value.\n'],
    [['inspect', '--no-answer=no', 'a'], 'mm7: The option --no-answer takes no value.\n'],
    [['inspect', '--bogus', 'a'], 'mm7: There is no option --bogus.\n'],
    [['inspect', '--bogus=1', 'a'], 'mm7: There is no option --bogus.\n'],
    [['inspect', '--constructor', 'a'], 'mm7: There is no option --constructor.\n'],
    [['inspect', '-x', 'a'], 'mm7: There is no option -x.\n'],
    [['inspect', '--content-type'], 'mm7: The option --content-type needs a value.\n'],
    [['inspect', '--extract', '--json', 'a'], 'mm7: The option --extract needs a value.\n'],
    [['inspect', '--json=yes', 'a'], 'mm7: The option --json takes no value.\n'],
  ])('refuses to be called with %j', (args, why) => {
    const host = fakeHost()
    expect(run(args, host)).toBe(2)
    expect(host.printed).toEqual([])
    expect(host.errors.join('')).toContain(why)
    expect(host.errors.join('')).toContain('mm7 --help')
  })

  it.each([['--extract', '-'], ['--extract=-x'], ['--extract', 'x', '--']])(
    'takes a value as %j',
    (...args) => {
      const host = fakeHost({ 'capture.http': captureOf(SLIDES) })
      expect(run(['inspect', ...args, 'capture.http'], host)).toBe(0)
      expect(host.printed.join('')).toContain('Saved')
    },
  )

  it('tells which file it could not read, without controls', () => {
    const host = fakeHost()
    expect(run(['inspect', 'no\x1bthing'], host)).toBe(2)
    expect(host.errors.join('')).toContain("open 'no\\u{1b}thing'")
  })

  it('tells what to do with a file that is no capture', () => {
    const host = fakeHost({ x: new TextEncoder().encode('<Envelope/>\n\n') })
    expect(run(['inspect', 'x'], host)).toBe(2)
    expect(host.errors.join('')).toMatch(/^mm7: No HTTP capture: .* add --content-type TYPE\.\n$/)
  })

  it.each([
    ['<Envelope/>', true],
    ['\ufeff\n <?xml version="1.0"?><a:Envelope/>', true],
    ['--b\r\nContent-Type: text/xml\r\n\r\n', true],
    ['', false],
    ['nonsense', false],
    ['Content-Type: text/xml', false],
    ['POST / HTTP/1.1\r\nA: b\r\n', false],
    ['POST / HTTP/1.1\r\nnonsense\r\n\r\n<Envelope/>', false],
  ])('has %j for a body without headers: %s', (text, isBody) => {
    const host = fakeHost({ x: new TextEncoder().encode(text) })
    expect(run(['inspect', 'x'], host)).toBe(2)
    expect(host.errors.join('').includes('--content-type')).toBe(isBody)
  })

  it('says that a directory is one', () => {
    const host = fakeHost()
    expect(run(['inspect', 'src'], { ...host, read: nodeHost('0').read })).toBe(2)
    expect(host.errors.join('')).toBe('mm7: src is a directory.\n')
  })

  it('tells what is wrong with the directory', () => {
    const host = fakeHost({ x: captureOf(SLIDES) })
    const makeDirectory = () => {
      throw new Error('EACCES: permission denied')
    }
    expect(run(['inspect', '--extract', '/', 'x'], { ...host, makeDirectory })).toBe(2)
    expect(host.errors.join('')).toContain('EACCES')
  })
})
