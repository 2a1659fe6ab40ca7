import { expect, test } from 'vitest'
import { FIELDS } from '../../src/mm7/fields.js'
import { readPage, tableRows } from '../support/markdown.js'

const code = (text: string) => `\`${text}\``
const reference = readPage('docs/reference.md')
const rows = tableRows(section('The message')).slice(1)

function section(title: string): string {
  return reference.text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
}

test('the reference has a row for each field, in the order of the table', () => {
  const expected = FIELDS.map(({ element, xpath, property }) => [
    element,
    code(xpath),
    code(property),
  ])
  expect(rows.map((row) => row.slice(0, 3))).toEqual(expected)
})

test('it says of each field whether it repeats', () => {
  const repeating = rows.filter((row) => row[3]?.endsWith('[]`')).map(([element]) => element)
  const fields = FIELDS.filter(({ repeats }) => repeats).map(({ element }) => element)
  // These are lists because of what is in them: the element itself is there once.
  const groups = ['Previouslysentby', 'Previouslysentdateandtime', 'MessageExtraData']
  expect(new Set(repeating)).toEqual(new Set([...fields, ...groups]))
})

test('it names the attributes of each element that has nothing else', () => {
  for (const { element, holds, attributes = [] } of FIELDS) {
    if (holds !== 'nothing') continue
    const notes = rows.find((row) => row[0] === element)?.[4] ?? ''
    for (const attribute of attributes) expect(notes).toContain(code(attribute))
  }
})

test('every property of a message is somewhere in it', () => {
  const properties = new Set(FIELDS.map(({ property }) => property))
  for (const property of ['transactionId', 'namespace', 'attachments', 'carrierId', 'warnings']) {
    expect(properties).not.toContain(property)
    expect(reference.text).toContain(`| ${code(property)} |`)
  }
})

test('the table of the README has every element', () => {
  const cells = tableRows(readPage('README.md').text).flat()
  for (const { element, property } of FIELDS) {
    if (element !== 'Extension') expect(cells).toContain(element)
    expect(cells).toContain(code(property))
  }
})
