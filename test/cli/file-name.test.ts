import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedName, safeFileName } from '../../src/cli/file-name.js'

function named(name: string, mediaType = 'image/jpeg'): string {
  return safeFileName({ name, mediaType }, 0)
}

describe('the name of the file of an attachment', () => {
  it.each([
    ['photo.jpg', 'photo.jpg'],
    ['Straße 東京.jpg', 'Straße_東京.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\x\\y.gif', 'y.gif'],
    ['..', 'attachment-1.jpg'],
    ['.bashrc', 'bashrc.jpg'],
    ['-rf', 'rf.jpg'],
    ['a/', 'attachment-1.jpg'],
    ['a\0b\n.jpg', 'a_b_.jpg'],
    ['con', '_con.jpg'],
    ['NUL.txt', '_NUL.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['lpt¹', '_lpt¹.jpg'],
    ['console', 'console.jpg'],
    ['trailing. . ', 'trailing.jpg'],
    ['a:stream.txt', 'a_stream.txt'],
    ['\u202egpj.exe', 'gpj.exe'],
    [`${'x'.repeat(500)}.jpg`, `${'x'.repeat(116)}.jpg`],
    [`${'東'.repeat(500)}.jpg`, `${'東'.repeat(38)}.jpg`],
  ])('made of %j is %j', (sent, safe) => {
    expect(named(sent)).toBe(safe)
  })

  it('is made of the Content-Location, the Content-ID, or the place', () => {
    expect(safeFileName({ contentLocation: 'http://x/y.gif', mediaType: 'image/gif' }, 0)).toBe(
      'y.gif',
    )
    expect(safeFileName({ name: '/', contentId: 'a@b', mediaType: 'image/png' }, 0)).toBe('a@b.png')
    expect(safeFileName({ mediaType: 'constructor' }, 4)).toBe('attachment-5')
  })

  it('is numbered before its ending', () => {
    expect(numberedName('a.b.jpg', 1)).toBe('a.b.jpg')
    expect(numberedName('a.b.jpg', 2)).toBe('a.b-2.jpg')
    expect(numberedName('a', 10)).toBe('a-10')
  })

  it('is safe whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
        const name = named(sent)
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_+()=@][\p{L}\p{M}\p{N}._+()=@-]*$/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121)
        expect(name.endsWith('.')).toBe(false)
      }),
    )
  })
})
