export { type OpenedEnvelope, openEnvelope } from './open-envelope.js'
export { type FieldXPaths, XPATHS } from './xpaths.js'
