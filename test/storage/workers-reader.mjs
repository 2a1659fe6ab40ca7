// A worker that tells what is in the stores of the guide's worker: a hundred messages at a time.
export default {
  async fetch(request, { DB, MEDIA }) {
    const offset = Number(new URL(request.url).searchParams.get('offset'))
    const { results } = await DB.prepare(
      `SELECT id, (SELECT count(*) FROM inbox WHERE message_id = id AND pictures = 1) AS timesWorked,
         (SELECT count(*) FROM mms_attachment WHERE message_id = id) AS attachments
       FROM mms_message ORDER BY id LIMIT 100 OFFSET ?`,
    )
      .bind(offset)
      .all()
    const stored = []
    for (const { id, timesWorked, attachments } of results) {
      const message = await (await MEDIA.get(`${id}/message.json`))?.json()
      const digests = []
      for (let position = 0; position < attachments; position++) {
        const object = await MEDIA.get(`${id}/${position}`)
        digests.push(object === null ? '' : await sha256(await object.arrayBuffer()))
      }
      stored.push({ linkedId: message?.linkedId ?? '', digests, timesWorked })
    }
    return Response.json(stored)
  },
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
