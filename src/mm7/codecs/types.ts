import type { ExtraData, ReplyCharging, UaCapabilities } from '../../message.js'
import type { Codec } from '../codec.js'
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
export const deliveryCondition: Codec<readonly number[]> = /* @__PURE__ */ Object.assign(
  {},
  conditions,
  {
    absent: undefined,
    read: ((context, element, path) => conditions.read(context, element, path)?.dc) satisfies Codec<
      readonly number[]
    >['read'],
    write: (dc: readonly number[]) => conditions.write({ dc }),
    complete: (dc: unknown, name: string) => conditions.complete({ dc }, name).dc,
  },
)
