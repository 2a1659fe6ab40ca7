import { describe, expect, it } from 'vitest'
import { readBlock } from './given.js'

const CLEAN: string[] = []

describe('an empty line among headers', () => {
  const ID = 'Content-ID: <a>'
  const TYPE = 'Content-Type: text/plain'

  it.each([
    ['after the delimiter', `\r\n${TYPE}\r\n${ID}\r\n\r\nbody`, [2]],
    ['twice after the delimiter', `\r\n\r\n${TYPE}\r\n${ID}\r\n\r\nbody`, [4]],
    ['after each', `\r\n${TYPE}\r\n\r\n${ID}\r\n\r\nbody`, [2, 30]],
    ['in LF', `\n${TYPE}\n\n${ID}\n\nbody`, [1, 27]],
    ['before the Content-Type', `${ID}\r\n\r\n${TYPE}\r\n\r\nbody`, [19]],
  ])('is passed over: %s', (_, text, offsets) => {
    const { headers, body, report } = readBlock(text)
    expect({ headers, body }).toEqual({
      headers: { 'content-type': ['text/plain'], 'content-id': ['<a>'] },
      body: 'body',
    })
    expect(report.warnings).toMatchObject(
      offsets.map((offset) => ({ code: 'header-line-malformed', offset })),
    )
  })

  it('is passed over more than once before the Content-Type', () => {
    const text = `${ID}\n\nContent-Location: b\n\n${TYPE};\n charset=c\nX-A: 1\n\n${ID}\n\nbody`
    const { headers, body } = readBlock(text)
    expect(Object.keys(headers)).toEqual(['content-id', 'content-location', 'content-type', 'x-a'])
    expect(body).toBe(`${ID}\n\nbody`)
  })

  it.each([
    ['after a full block', `${TYPE}\n\n`, `${ID}\n\nbody`],
    ['before a field that is there', `\n${TYPE}\n\n`, `${TYPE}\n\nbody`],
    ['before fields that bring no type', `${ID}\n\n`, 'Content-Location: b\n\nbody'],
    ['before fields of other names', '\n', 'Subject: a\n\nbody'],
    ['after a CR and another byte', '\n', `\rX${TYPE}\n\nbody`],
    ['after a line of one byte', '\n', `X\n${TYPE}\n\nbody`],
    ['before a field that starts with another', '\n', `X-A: 1\n${TYPE}\n\nbody`],
    ['before fields with another', '\n', `${TYPE}\nSubject: a\n\nbody`],
    ['before a field of no MIME, after all', `\n${TYPE}\n\n`, 'X-A: 1\n\nbody'],
    ['before fields that no empty line ends', '\n', `${TYPE}\n--b`],
    ['before a text', '\n', `${TYPE}\nbody`],
    ['before a damaged field', '\n', `${TYPE}\nContent-ID\n\nbody`],
    ['before many', '\n', `${'\n'.repeat(20)}`],
  ])('ends them: %s', (_, head, body) => {
    const block = readBlock(head + body)
    expect(block.body).toBe(body)
  })

  it('is not passed over for more fields than a part may have', () => {
    const text = `\n${TYPE}\n${ID}\n\nbody`
    expect(readBlock(text, { headers: 2 }).body).toBe('body')
    expect(readBlock(text, { headers: 1 })).toMatchObject({
      body: `${TYPE}\n${ID}\n\nbody`,
      codes: CLEAN,
    })
    const spread = `\n${TYPE}\n\n${ID}\n\nbody`
    expect(readBlock(spread, { headers: 1 }).body).toBe(`${ID}\n\nbody`)
  })

  it('is not passed over for longer headers than a part may have', () => {
    const text = `X-A: a\n\n${TYPE}\n\nbody`
    const headerBytes = text.length - 'body'.length
    expect(readBlock(text, { headerBytes }).body).toBe('body')
    expect(readBlock(text, { headerBytes: headerBytes - 1 }).body).toBe(`${TYPE}\n\nbody`)
  })

  it('is not passed over where as much was looked at in vain as all headers may have', () => {
    const text = `X-A: a\n\n${ID}\n\n${TYPE}\n\nbody`
    const looked = `${ID}\n\n`.length
    expect(readBlock(text, { allHeaderBytes: looked }).body).toBe('body')
    expect(readBlock(text, { allHeaderBytes: looked - 1 }).body).toBe(`${ID}\n\n${TYPE}\n\nbody`)
  })

  it('ends in CR CR LF as all lines do', () => {
    const text = 'Content-Type: a/b;\r\r\n x=y\r\r\nContent-ID: <a>\r\r\n\r\r\nbody'
    expect(readBlock(text)).toMatchObject({
      headers: { 'content-type': ['a/b; x=y'], 'content-id': ['<a>'] },
      body: 'body',
      codes: ['header-line-malformed'],
    })
    expect(readBlock('Content-Type: a/b\r\n\rx\r\nbody').body).toBe('\rx\r\nbody')
  })
})
