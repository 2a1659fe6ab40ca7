import { expect, it } from 'vitest'
import { endOfLine, isLineEnd, startsWithDashes } from '../../src/mime/line-end.js'
import { bytesOf } from './given.js'

it.each([
  ['a\nb', { end: 1, isPadded: false, next: 2 }],
  ['a\r\nb', { end: 1, isPadded: false, next: 3 }],
  ['a\r\r\nb', { end: 1, isPadded: false, next: 4 }],
  ['a\r\r\r\nb', { end: 2, isPadded: false, next: 5 }],
  ['a \t\r\nb', { end: 1, isPadded: true, next: 5 }],
  ['a \r\r\nb', { end: 1, isPadded: true, next: 5 }],
  ['a\r\n', { end: 1, isPadded: false, next: 3 }],
  ['ab', { end: 2, isPadded: false, next: 2 }],
  ['a\r', { end: 2, isPadded: false, next: 2 }],
  ['a\r\r', { end: 3, isPadded: false, next: 3 }],
  ['a\rb\n', { end: 3, isPadded: false, next: 4 }],
  ['a ', { end: 1, isPadded: true, next: 2 }],
])('tells how the line of %j ends', (text, expected) => {
  expect(endOfLine(bytesOf(text), 0)).toEqual(expected)
})

it.each([
  ['a', true],
  ['a\n', true],
  ['a\r\n', true],
  ['a\r\r\n', true],
  ['a\r\r\r\n', false],
  ['a\r', false],
  ['a\rb', false],
  ['a\r\rb', false],
  ['ab\n', false],
  ['a \n', false],
])('tells whether nothing is in the line after the first byte of %j', (text, expected) => {
  expect(isLineEnd(bytesOf(text), 1)).toBe(expected)
})

it.each([
  ['--b', 0, true],
  ['--b', 2, true],
  ['a\n--b', 4, true],
  ['a--b', 3, false],
  ['a\nx--b', 5, false],
])('tells whether nothing but dashes is before a place of a line: %j', (text, start, expected) => {
  expect(startsWithDashes(bytesOf(text), start)).toBe(expected)
})
