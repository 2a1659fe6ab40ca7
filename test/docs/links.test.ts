import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from '../support/markdown.js'
import { ROOT } from '../support/root.js'

/** What a heading is called in a link: lower case, blanks as dashes, the rest without marks. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

const all = pages()

test.each(all.map((page) => [page.path, page]))('the links of %s lead somewhere', (path, page) => {
  const links = page.text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)
  const dead = [...links].flatMap(([, target = '', anchor]) => {
    const file = target === '' ? path : join(dirname(path), target)
    if (!existsSync(join(ROOT, file))) return [target]
    const text = all.find((other) => other.path === file)?.text
    return anchor !== undefined && text !== undefined && !anchors(text).includes(anchor)
      ? [`${target}#${anchor}`]
      : []
  })
  expect(dead).toEqual([])
})

/** What is packed: README, changelog and licence always, by npm; else what package.json lists. */
const PACKED = /^(?:README\.md|CHANGELOG\.md|LICENSE|docs\/.*)$/
/** What these pages are about is in a checkout alone: the code, and the captures. */
const OF_A_CHECKOUT = /^docs\/(?:contributing|dialects|decisions\/.*)\.md$/

test.each(
  all
    .filter(({ path }) => PACKED.test(path) && !OF_A_CHECKOUT.test(path))
    .map((page) => [page.path, page]),
)('the links of %s lead somewhere in the packed package, too', (path, page) => {
  const links = page.text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)\s]+)?\)/g)
  const targets = [...links].map(([, target = '']) => join(dirname(path), target))
  expect(targets.filter((target) => !PACKED.test(target))).toEqual([])
})
