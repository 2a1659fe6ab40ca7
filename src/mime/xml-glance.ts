import { latin1, startsAsXml } from './bytes.js'

/** How much is looked at, and how much at first. */
const GLANCE = 2048
const NEAR = 256
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
/** The first start tag; what is before it has other characters after its `<`. */
const START_TAG = /<(?:[\w.-]{1,80}::?)?([\w.-]{1,80})[\s/>]/

/**
 * @param bytes of whatever charset has ASCII in it, one or two bytes a character
 * @returns the local name of their root element, as far as their start tells: empty if that comes
 * later; undefined if they are no XML
 */
export function rootElementName(bytes: Uint8Array): string | undefined {
  if (!startsAsXml(bytes)) return undefined
  return firstName(bytes, NEAR) ?? firstName(bytes, GLANCE) ?? ''
}

function firstName(bytes: Uint8Array, length: number): string | undefined {
  const text = latin1(bytes, 0, Math.min(bytes.length, length)).replaceAll('\0', '')
  const markup = text.includes('<!--') ? text.replace(COMMENT, '') : text
  return START_TAG.exec(markup)?.[1]
}
