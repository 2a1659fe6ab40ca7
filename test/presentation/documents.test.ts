import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { slidesOf, textOf } from '../../src/presentation/index.js'
import { ROOT } from '../support/root.js'
import { type GivenPart, part, smil } from './given.js'

/** What a document must give; `by` says which sender writes such a one, and where it was seen. */
interface Expected {
  readonly by: string
  readonly parts: readonly GivenPart[]
  readonly slides: readonly {
    readonly durationMs: number | null
    readonly media: readonly { src: string; kind: string; part: number | null; alt?: string }[]
  }[]
  readonly notNamed: readonly number[]
  readonly text: string
}

const FOLDER = join(ROOT, 'test/presentation/documents')
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.smil'))

describe.each(names)('%s', (name) => {
  const bytes = readFileSync(join(FOLDER, name))
  const json = readFileSync(join(FOLDER, name.replace(/smil$/, 'json')), 'utf8')
  const expected = JSON.parse(json) as Expected
  const parts = expected.parts.map(part)
  const indexOf = (one: unknown) => parts.indexOf(one as never)

  it.each([
    ['first', [smil('', { bytes }), ...parts]],
    ['last', [...parts, smil('', { bytes, name: 'x.smil' })]],
    ['as a text', [...parts, part({ type: 'text/plain', bytes })]],
  ])('gives its slides where it comes %s', (_, attachments) => {
    const slides = slidesOf({ attachments })
    const named = slides.filter(({ isNamed }) => isNamed)
    expect(
      named.map(({ duration, media }) => ({
        durationMs: duration ?? null,
        media: media.map(({ src, kind, attachment }) => ({
          src,
          kind,
          part: attachment === undefined ? null : indexOf(attachment),
        })),
      })),
    ).toEqual(
      expected.slides.map(({ durationMs, media }) => ({
        durationMs,
        media: media.map(({ src, kind, part }) => ({ src, kind, part })),
      })),
    )
    const others = slides.filter(({ isNamed }) => !isNamed)
    expect(others.length).toBe(expected.notNamed.length > 0 ? 1 : 0)
    expect(others.flatMap(({ media }) => media.map((one) => indexOf(one.attachment)))).toEqual(
      expected.notNamed,
    )
    expect(textOf({ attachments })).toBe(expected.text)
  })
})
