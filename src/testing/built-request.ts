/** A request as a backend gets it: what reading takes. */
export interface BuiltRequest {
  /** Names in lower case, as in `req.headers` of Node. There is no Content-Length. */
  readonly headers: Record<string, string>
  /** What `fetch` takes: its buffer is not shared, whatever `Uint8Array` is to the compiler. */
  readonly body: Uint8Array & { readonly buffer: ArrayBuffer }
}
