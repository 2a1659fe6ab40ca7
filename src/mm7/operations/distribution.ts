import type { SubmitReq } from '../../message.js'
import type { Fields } from '../codec.js'
import { boolean } from '../codecs/simple.js'
import { one } from '../row.js'

/** Whether the content may be passed on; an early release has another name for it. */
export const distribution = (): Pick<Fields<SubmitReq>, 'distributionIndicator'> => ({
  distributionIndicator: one('mm7:DistributionIndicator', boolean, {
    alsoCalled: ['mm7:DistributionProtection'],
    calledIn: { release: 'REL-5-MM7-1-0', name: 'DistributionProtection' },
  }),
})
