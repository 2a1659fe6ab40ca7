/** A leaf part of the message: a picture, a text, a presentation. */
export interface Attachment {
  /** Decoded; a view of the body where the transfer encoding allows. */
  readonly bytes: Uint8Array
  /** Lower case, without parameters; `application/octet-stream` if unknown. */
  readonly mediaType: string
  /** The parameters of its Content-Type, names in lower case; an object without prototype. */
  readonly parameters: Readonly<Record<string, string>>
  /** Without angle brackets, quotes and `cid:`; of several the first. */
  readonly contentId?: string
  /** Its Content-Location, as sent. */
  readonly contentLocation?: string
  /**
   * The file name: `name` of Content-Type, else `filename` of Content-Disposition, else each of the other
   * field; decoded (RFC 2231, RFC 2047). As sent otherwise, control characters aside: it may hold a path.
   */
  readonly name?: string
  /** This is the SMIL that arranges the others. */
  readonly isPresentation: boolean
  /** Names in lower case; values unfolded and trimmed, their bytes read as UTF-8, else as windows-1252; U+FFFD for control characters. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /**
   * The header fields of the multiparts around it, the outermost first, as `headers` has its own.
   * Empty for a part at the top: the request's own header fields are not among them.
   */
  readonly containers: readonly ReadonlyMap<string, readonly string[]>[]
}

/** A `Content` element and the parts that its `href` names. */
export interface Content {
  /** As sent: mostly a cid URL (RFC 2392). */
  readonly href?: string
  /** The sender allows the content to be adapted; true if not said (the schema's default). */
  readonly allowAdaptations: boolean
  /** `TEXT`, `MULTIMEDIA_LOW` or `MULTIMEDIA_HIGH` by Liberty's schema; 3GPP's has no such attribute. As sent. */
  readonly type?: string
  /** The part that `href` names; the leaves of it, in order, if it is a multipart. */
  readonly attachments: readonly Attachment[]
}
