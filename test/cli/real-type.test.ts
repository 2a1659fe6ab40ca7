import { describe, expect, it } from 'vitest'
import { isContradicted, realType, realTypeText } from '../../src/cli/real-type.js'

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1')
const GIF = bytes('GIF89a\x02\x01\x03\0\x80')

describe('bytes are by their start', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['BM\x10\0\0\0\0\0\0\0', 'image/bmp'],
    ['\0\0\0\x18ftypheic', 'image/heic'],
    ['\0\0\0\x18ftyp3gp4', 'video/3gpp'],
    ['\0\0\0\x18ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x18ftypisom', 'video/mp4'],
    ['#!AMR\n', 'audio/amr'],
    ['#!AMR-WB\n', 'audio/amr-wb'],
    ['MThd', 'audio/midi'],
    ['ID3\x03', 'audio/mpeg'],
    ['RIFF\0\0\0\0WAVE', 'audio/wav'],
    ['OggS', 'audio/ogg'],
    ['%PDF-1.4', 'application/pdf'],
  ])('%j: %s', (start, mediaType) => {
    expect(realType(bytes(start))?.mediaType).toBe(mediaType)
  })

  it.each(['', 'Hello', 'BM, as we say', 'ID3 tags', 'RIFF'])('%j: nothing', (start) => {
    expect(realType(bytes(start))).toBeUndefined()
  })

  it('with their dimensions, unless they are cut off', () => {
    expect(realType(GIF)).toEqual({ mediaType: 'image/gif', width: 258, height: 3 })
    const jpeg = bytes('\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x05\0\x07\x03')
    expect(realType(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 7, height: 5 })
    expect(realType(bytes('\xff\xd8\xff\xe0\0\x10'))).toEqual({ mediaType: 'image/jpeg' })
  })
})

describe('a type is', () => {
  it.each([
    ['image/gif', GIF, false],
    ['image/png', GIF, true],
    ['application/octet-stream', GIF, true],
    ['image/jpg', bytes('\xff\xd8\xff'), false],
    ['audio/mp4', bytes('\0\0\0\x18ftyp3gp4'), false],
    ['audio/amr', bytes('#!AMR-WB\n'), false],
    ['image/gif', bytes('<svg/>'), true],
    ['text/plain', bytes('Hello'), false],
    ['image/svg+xml', bytes('<svg/>'), false],
  ])('%s of these bytes: contradicted %#', (declared, given, isOther) => {
    expect(isContradicted(declared, realType(given))).toBe(isOther)
  })

  it('told in a few words', () => {
    expect(realTypeText('image/gif', GIF)).toBe('258 × 3')
    expect(realTypeText('image/png', GIF)).toBe('really image/gif, 258 × 3')
    expect(realTypeText('image/png', bytes('x'))).toBe('does not start as image/png does')
    expect(realTypeText('audio/midi', bytes('MThd'))).toBe('')
    expect(realTypeText('text/plain', bytes('x'))).toBe('')
  })
})
