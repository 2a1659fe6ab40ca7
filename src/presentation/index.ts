export type { MediaKind, Slide, SlideMedia, WithAttachments } from './slide.js'
export { slidesOf } from './slides-of.js'
export { textOf } from './text-of.js'
