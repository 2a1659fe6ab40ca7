import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. Bundles of what is in here lie two folders deep as well: `.tmp/fuzz/main.js`. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url))

export const FIXTURES: string = join(ROOT, 'fixtures/')
