import { BMP } from 'image-size/types/bmp'
import { GIF } from 'image-size/types/gif'
import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'

/** What bytes are, whatever their Content-Type says. */
export interface RealType {
  readonly mediaType: string
  readonly width?: number
  readonly height?: number
}

interface Signature {
  readonly mediaType: string
  /** Texts, one character a byte, and where they are. */
  readonly has: readonly (readonly [at: number, text: string])[]
  /** What it is called besides. */
  readonly alsoCalled?: RegExp
  readonly image?: typeof JPG
}

const MPEG_4 = /^(?:audio|video)\/(?:mp4|3gpp2?|quicktime|x-m4[av]|m4a|mp4a-latm)$/
const MP3 = /^audio\/(?:x-)?(?:mp3|mpeg3|mpg)$/

/** The first that fits counts. */
const SIGNATURES: readonly Signature[] = [
  {
    mediaType: 'image/jpeg',
    has: [[0, '\xff\xd8\xff']],
    alsoCalled: /^image\/p?jpe?g$/,
    image: JPG,
  },
  {
    mediaType: 'image/png',
    has: [[0, '\x89PNG\r\n\x1a\n']],
    alsoCalled: /^image\/x-png$/,
    image: PNG,
  },
  { mediaType: 'image/gif', has: [[0, 'GIF87a']], image: GIF },
  { mediaType: 'image/gif', has: [[0, 'GIF89a']], image: GIF },
  {
    mediaType: 'image/webp',
    has: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    image: WEBP,
  },
  {
    mediaType: 'image/bmp',
    has: [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
    alsoCalled: /^image\/x-(?:ms-)?bmp$/,
    image: BMP,
  },
  { mediaType: 'image/heic', has: [[4, 'ftyphei']], alsoCalled: /^image\/heif$/ },
  { mediaType: 'image/heic', has: [[4, 'ftypmif1']], alsoCalled: /^image\/heif$/ },
  { mediaType: 'video/3gpp', has: [[4, 'ftyp3g']], alsoCalled: MPEG_4 },
  { mediaType: 'audio/mp4', has: [[4, 'ftypM4A']], alsoCalled: MPEG_4 },
  { mediaType: 'video/mp4', has: [[4, 'ftyp']], alsoCalled: MPEG_4 },
  {
    mediaType: 'video/webm',
    has: [[0, '\x1aE\xdf\xa3']],
    alsoCalled: /^(?:audio\/webm|video\/x-matroska)$/,
  },
  { mediaType: 'audio/amr', has: [[0, '#!AMR\n']], alsoCalled: /^audio\/(?:x-amr|amr-nb|3gpp)$/ },
  { mediaType: 'audio/amr-wb', has: [[0, '#!AMR-WB\n']], alsoCalled: /^audio\/(?:x-)?amr$/ },
  { mediaType: 'audio/midi', has: [[0, 'MThd']], alsoCalled: /^audio\/(?:x-|sp-)?midi?$/ },
  { mediaType: 'audio/mpeg', has: [[0, 'ID3\x03']], alsoCalled: MP3 },
  { mediaType: 'audio/mpeg', has: [[0, 'ID3\x04']], alsoCalled: MP3 },
  { mediaType: 'audio/mpeg', has: [[0, '\xff\xfb']], alsoCalled: MP3 },
  { mediaType: 'audio/mpeg', has: [[0, '\xff\xf3']], alsoCalled: MP3 },
  {
    mediaType: 'audio/wav',
    has: [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
    alsoCalled: /^audio\/(?:x-wav|wave|vnd\.wave)$/,
  },
  { mediaType: 'audio/ogg', has: [[0, 'OggS']], alsoCalled: /^(?:application|video)\/ogg$/ },
  { mediaType: 'application/pdf', has: [[0, '%PDF-']] },
]

/** How much of a picture is looked through for its dimensions: metadata may come before them. */
const LOOKED_THROUGH = 256 * 1024
const LONGEST_START = 16

/** @returns what the bytes are by how they start, or undefined if that tells nothing. */
export function realType(bytes: Uint8Array): RealType | undefined {
  const start = Buffer.from(bytes.subarray(0, LONGEST_START)).toString('latin1')
  const found = SIGNATURES.find(({ has }) => has.every(([at, text]) => start.startsWith(text, at)))
  if (found === undefined) return undefined
  const { mediaType, image } = found
  if (image === undefined) return { mediaType }
  try {
    const { width, height } = image.calculate(bytes.subarray(0, LOOKED_THROUGH))
    return { mediaType, width, height }
  } catch {
    // Cut off, or made up.
    return { mediaType }
  }
}

/** @returns whether the type that a part has is another than what its bytes are. */
export function isContradicted(declared: string, real: RealType | undefined): boolean {
  const signatures = SIGNATURES.filter(
    ({ mediaType, alsoCalled }) => mediaType === declared || alsoCalled?.test(declared),
  )
  if (real === undefined) return signatures.length > 0
  return signatures.every(({ mediaType }) => mediaType !== real.mediaType)
}

/** @returns what the bytes of a part are, in words, for its line; empty if there is nothing to say. */
export function realTypeText(declared: string, bytes: Uint8Array): string {
  const real = realType(bytes)
  const isOther = isContradicted(declared, real)
  if (real === undefined) return isOther ? `does not start as ${declared} does` : ''
  const { mediaType, width, height } = real
  return [
    ...(isOther ? [`really ${mediaType}`] : []),
    ...(width === undefined ? [] : [`${width} × ${height}`]),
  ].join(', ')
}
