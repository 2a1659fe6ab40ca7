// What README advised before there was docs/guide/storage.md, taken at its word: an INSERT … ON
// CONFLICT (transaction_id) DO NOTHING, one for each attachment, and the work after the answer.
// `npm run test:storage -- --as-before` shows what becomes of messages so.
import { createServer } from 'node:http'
import { buildDeliverRsp, messageToJson, parseDeliverReq } from 'mm7'
import pg from 'pg'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 2000,
})
pool.on('error', () => {})
pool.on('connect', (client) => client.on('error', () => {}))

async function keep(message) {
  const { transactionId } = message
  const json = { ...messageToJson(message), attachments: [] }
  const inserted = await pool.query(
    `INSERT INTO mms_message (transaction_key, content_key, relay, transaction_id, message)
     VALUES ($1, '', '', $1, $2) ON CONFLICT DO NOTHING RETURNING id`,
    [transactionId, json],
  )
  if (inserted.rowCount === 0) return undefined
  const [{ id }] = inserted.rows
  for (const [position, { mediaType, name, bytes }] of message.attachments.entries()) {
    await pool.query('INSERT INTO mms_attachment VALUES ($1, $2, $3, $4, $5)', [
      id,
      position,
      mediaType,
      name,
      bytes,
    ])
  }
  return id
}

async function work(id, message) {
  await pool.query('INSERT INTO inbox VALUES ($1, $2, 1)', [id, message.sender.value])
  await pool.query('UPDATE mms_message SET worked_at = now() WHERE id = $1', [id])
}

createServer(async (req, res) => {
  try {
    const chunks = []
    for await (const chunk of req) chunks.push(chunk)
    const message = parseDeliverReq({ headers: req.headers, body: Buffer.concat(chunks) })
    const id = await keep(message)
    res.end(buildDeliverRsp(message))
    if (id !== undefined) work(id, message).catch(console.error)
  } catch {
    res.writeHead(503).end()
  }
}).listen(Number(process.env.PORT))
