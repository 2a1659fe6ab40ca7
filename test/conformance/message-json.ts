import type { Attachment, DeliverReq } from '../../src/index.js'

/** A message as JSON: bytes in base64, times in ISO, the parts of a Content by their index. */
export function messageToJson(message: Partial<DeliverReq>): unknown {
  const attachments = message.attachments ?? []
  return JSON.parse(
    JSON.stringify({
      ...message,
      ...(message.contents && {
        contents: message.contents.map((content) => ({
          ...content,
          attachments: content.attachments.map((attachment) => attachments.indexOf(attachment)),
        })),
      }),
      ...(message.attachments && { attachments: attachments.map(attachmentToJson) }),
    }),
  )
}

function attachmentToJson({ bytes, headers, ...rest }: Attachment): unknown {
  return {
    ...rest,
    headers: Object.fromEntries(headers),
    bytes: Buffer.from(bytes).toString('base64'),
  }
}
