import type { Submission } from '../../submission.js'
import { CANCEL_REQ } from './cancel-req.js'
import { type Catalog, catalog } from './catalog.js'
import { EXTENDED_CANCEL_REQ } from './extended-cancel-req.js'
import { EXTENDED_REPLACE_REQ } from './extended-replace-req.js'
import { REPLACE_REQ } from './replace-req.js'
import { SENDER_IDENTIFICATION_REST } from './sender-identification.js'
import { SUBMIT_REQ, SUBMIT_REQ_REST } from './submit-req.js'

/** What a platform posts to a relay/server. */
export const SUBMISSIONS: Catalog<Submission['operation']> = /* @__PURE__ */ catalog(
  {
    SubmitReq: SUBMIT_REQ,
    CancelReq: CANCEL_REQ,
    ReplaceReq: REPLACE_REQ,
    extendedCancelReq: EXTENDED_CANCEL_REQ,
    extendedReplaceReq: EXTENDED_REPLACE_REQ,
  },
  {
    SubmitReq: SUBMIT_REQ_REST,
    CancelReq: SENDER_IDENTIFICATION_REST,
    ReplaceReq: SENDER_IDENTIFICATION_REST,
    extendedCancelReq: SENDER_IDENTIFICATION_REST,
  },
)
