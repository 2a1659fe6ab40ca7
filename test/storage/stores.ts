import { join } from 'node:path'
import type { Stage } from './campaign.js'
import { postgresStage } from './postgres.js'
import { sqliteStage } from './sqlite.js'
import type { Workshop } from './workshop.js'

/** Sets the stage for a store. */
export type Store = (workshop: Workshop) => Promise<Stage>

/** Every store of the page, by the name that `--only` takes. */
export const STORES: Readonly<Record<string, Store>> = {
  sqlite: (workshop) =>
    sqliteStage(workshop, process.execPath, join(workshop.folder, 'guide/sqlite/server.js')),
  postgres: (workshop) =>
    postgresStage(workshop, join(workshop.folder, 'guide/postgres/server.js')),
}
