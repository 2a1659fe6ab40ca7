import type { ExtraData, ReplyCharging, UaCapabilities } from '../../values.js'
import type { Codec } from '../codec.js'
import { describe } from '../complete-fields.js'
import { warnAt } from '../context.js'
import { expected, many, one } from '../row.js'
import { group } from './group.js'
import { positiveInteger, text, textOrEmpty } from './simple.js'
import { dateTimeOrDuration } from './time-stamp.js'

/** capabilitiesType (TS 23.140). */
export const uaCapabilities: Codec<UaCapabilities> = /* @__PURE__ */ group<UaCapabilities>({
  uaProf: /* @__PURE__ */ one('@UAProf', text),
  timeStamp: /* @__PURE__ */ one('@TimeStamp', dateTimeOrDuration),
})

/** Liberty's elementType: a pair of `MessageExtraData`. */
export const extraData: Codec<ExtraData> = /* @__PURE__ */ group<ExtraData>({
  key: /* @__PURE__ */ expected('mm7:key', textOrEmpty),
  value: /* @__PURE__ */ expected('mm7:value', textOrEmpty),
})

/** The type of `ReplyCharging` (TS 23.140 submitReqType). */
export const replyCharging: Codec<ReplyCharging> = /* @__PURE__ */ group<ReplyCharging>({
  size: /* @__PURE__ */ one('@replyChargingSize', positiveInteger),
  deadline: /* @__PURE__ */ one('@replyDeadline', dateTimeOrDuration),
})

const conditions = /* @__PURE__ */ group<{ readonly dc: readonly number[] }>({
  dc: /* @__PURE__ */ many('mm7:DC', positiveInteger),
})

/** deliveryConditionType (TS 23.140): numbers of conditions. */
export const deliveryCondition: Codec<readonly number[]> = /* @__PURE__ */ numbersOfConditions()

function numbersOfConditions(): Codec<readonly number[]> {
  return {
    ...conditions,
    absent: undefined,
    read: (context, element, path) => {
      if (element.children.length === 0) {
        warnAt(context, 'element-missing', `${path} holds no DC.`, `${path}/DC`, element)
      }
      // A table's type always has a value.
      const { dc } = conditions.read(context, element, path) as { readonly dc: readonly number[] }
      return dc
    },
    write: (dc) => conditions.write({ dc }),
    complete: (input, name) => {
      if (!Array.isArray(input)) throw new TypeError(`${name} is ${describe(input)}: pass a list.`)
      if (input.length === 0) throw new TypeError(`${name} is an empty list: leave it out.`)
      return input.map((one, at) => positiveInteger.complete(one, `${name}[${at}]`))
    },
  }
}
