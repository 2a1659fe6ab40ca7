import { describe, expect, it } from 'vitest'
import { makePresentation } from '../../../src/mm7/write/make-presentation.js'
import { toDeliverReq } from '../../../src/testing/index.js'

const TYPES = {
  img: 'image/png',
  video: 'video/3gpp',
  audio: 'audio/amr',
  text: 'text/plain',
  ref: 'text/x-vcard',
} as const
type Kind = keyof typeof TYPES

function smilOf(...kinds: Kind[]): string | undefined {
  const attachments = kinds.map((kind) => ({ bytes: new Uint8Array(1), mediaType: TYPES[kind] }))
  return makePresentation(toDeliverReq({ attachments }).attachments)?.text
}

/** The kinds of media on each slide. */
function slidesOf(...kinds: Kind[]): string[] {
  const slides = smilOf(...kinds)?.match(/<par.*?<\/par>/g) ?? []
  return slides.map((slide) => [...slide.matchAll(/<(\w+) src/g)].map(([, kind]) => kind).join('+'))
}

describe('a presentation that is made', () => {
  it('has a region for pictures above one for text', () => {
    expect(smilOf('img')).toBe(
      '<smil><head><layout><root-layout width="100%" height="100%"/>' +
        '<region id="Image" left="0" top="0" width="100%" height="70%" fit="meet"/>' +
        '<region id="Text" left="0" top="70%" width="100%" height="30%" fit="scroll"/></layout></head>' +
        '<body><par dur="5000ms"><img src="cid:attachment-1" region="Image"/></par></body></smil>',
    )
  })

  const TOGETHER: readonly (readonly Kind[])[] = [
    ...([
      ['img', 'text'],
      ['img', 'audio'],
      ['video', 'text'],
      ['audio', 'text'],
    ] as const),
  ]
  const kinds = Object.keys(TYPES) as Kind[]
  const pairs = kinds.flatMap((first) => kinds.map((second) => [first, second] as const))

  it.each(pairs)('shows %s and %s on one slide, if one can have both', (first, second) => {
    const isOne = TOGETHER.some((pair) => pair.includes(first) && pair.includes(second))
    const wanted = isOne && first !== second ? [`${first}+${second}`] : [first, second]
    // Of what cannot be shown alone none is made.
    expect(slidesOf(first, second)).toEqual(first === 'ref' && second === 'ref' ? [] : wanted)
  })

  it('has three on one slide', () => {
    expect(slidesOf('text', 'img', 'audio', 'text')).toEqual(['text+img+audio', 'text'])
  })
})
