import type { Mm7Message } from '../message.js'
import type { PartNode } from '../mime/write/part-node.js'
import type { XmlStyle } from '../soap/write/write-xml.js'
import type { XmlNode } from '../soap/write/xml-node.js'
import type { BuiltRequest } from './built-request.js'

/** A message on its way to bytes: what deviations change. */
export interface Build {
  readonly message: Mm7Message
  readonly transactionId: string
  style: XmlStyle
  readonly lineEnd: string
  /** The operation's element. */
  readonly entry: XmlNode
  /** The part that holds the envelope. */
  readonly root: PartNode
  /** The request's body, the root and the parts beside it. */
  readonly multipart: PartNode & { readonly parts: PartNode[] }
}

/** Something that senders get wrong: what it changes, at each step of the way. */
export interface Deviation {
  readonly operation?: (build: Build) => void
  readonly envelope?: (xml: string, build: Build) => string
  readonly parts?: (build: Build) => void
  readonly body?: (body: BuiltRequest['body'], build: Build) => BuiltRequest['body']
  readonly contentType?: (value: string, build: Build) => string
}
