import type { Submission } from '../../submission.js'
import { CANCEL_REQ } from './cancel-req.js'
import { type Catalog, catalog } from './catalog.js'
import { EXTENDED_CANCEL_REQ } from './extended-cancel-req.js'
import { EXTENDED_REPLACE_REQ } from './extended-replace-req.js'
import { REPLACE_REQ } from './replace-req.js'
import { SUBMIT_REQ } from './submit-req.js'

/** What a platform posts to a relay/server. */
export const SUBMISSIONS: Catalog<Submission['operation']> = /* @__PURE__ */ catalog({
  SubmitReq: SUBMIT_REQ,
  CancelReq: CANCEL_REQ,
  ReplaceReq: REPLACE_REQ,
  extendedCancelReq: EXTENDED_CANCEL_REQ,
  extendedReplaceReq: EXTENDED_REPLACE_REQ,
})
