import fc from 'fast-check'
import { beforeAll } from 'vitest'

/**
 * The seed of every property test: the same each time, so that what fails does so again. To search
 * where nobody has looked yet: `FC_SEED=$RANDOM npm run unit`. A failing property prints it.
 */
const seed = Number(process.env['FC_SEED'] ?? 23140)

beforeAll(() => {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
})
