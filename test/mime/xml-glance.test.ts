import { describe, expect, it } from 'vitest'
import { rootElementName } from '../../src/mime/xml-glance.js'
import { bytesOf } from './given.js'

const utf16 = (text: string): string => `\xff\xfe${[...text].join('\0')}\0`

describe('the name of the root element', () => {
  it.each([
    ['<a>', 'a'],
    ['<a/>', 'a'],
    ['<a b="c">', 'a'],
    ['<a\n>', 'a'],
    ['<env:Envelope>', 'Envelope'],
    ['<env::Envelope>', 'Envelope'],
    ['<soap-env.1:Envelope>', 'Envelope'],
    [`<${'p'.repeat(80)}:${'e'.repeat(80)}>`, 'e'.repeat(80)],
    ['<?xml version="1.0"?>\n<!DOCTYPE x>\n<a>', 'a'],
    ['<?xml version="1.0"?><!-- <b> --><a>', 'a'],
    ['<!-- <b>\n--><!-- <c> --><a>', 'a'],
    ['<!----><a>', 'a'],
    [`<!--${' '.repeat(300)}--><a>`, 'a'],
    [utf16('<env:Envelope>'), 'Envelope'],
  ])('is found in %.40j', (text, name) => {
    expect(rootElementName(bytesOf(text))).toBe(name)
  })

  it.each([
    '<a',
    '<!-- <b> ',
    '<!-- <b> -- ><a>',
    `<${'p'.repeat(81)}:a>`,
    `<${'e'.repeat(81)}>`,
    `<!--${' '.repeat(2048)}--><a>`,
  ])('comes later: %.40j', (text) => {
    expect(rootElementName(bytesOf(text))).toBe('')
  })

  it.each(['', 'a', 'GIF<a>', '{}'])('is none where there is no XML: %j', (text) => {
    expect(rootElementName(bytesOf(text))).toBeUndefined()
  })
})
