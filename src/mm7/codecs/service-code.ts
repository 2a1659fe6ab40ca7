import type { Codec } from '../codec.js'
import { keep } from '../keep.js'
import { text } from './simple.js'

/** serviceCodeType (TS 23.140): a text with any attributes. With some it is kept whole as well. */
export const serviceCode: Codec<string> = /* @__PURE__ */ Object.assign({}, text, {
  attributes: undefined,
  read: ((context, element, path) => {
    if (element.attributes !== undefined) keep(context, element)
    return text.read(context, element, path)
  }) satisfies Codec<string>['read'],
})
