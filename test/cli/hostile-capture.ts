import { captureOf } from './captures.js'

/** What would run if it were markup, in a text, in quotes of either kind, or in a comment. */
export const SCRIPT = `--><script>fetch('http://127.0.0.1:9/ran')</script>"'><img src=x onerror="alert(1)">`

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><image href="http://127.0.0.1:9/svg.png"/></svg>`
const HTML = `<body onload="alert(1)"><script>alert(1)</script><iframe src="http://127.0.0.1:9/frame"></iframe><link rel="stylesheet" href="http://127.0.0.1:9/style.css"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"></body>`

const escaped = SCRIPT.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const SMIL = `<smil><body onload="alert(1)"><par dur="1s">
<img src="photo.svg" alt="${escaped}"/><img src="http://127.0.0.1:9/smil.gif"/>
<video src="javascript:alert(1)"/><text src="${escaped} and more"/><ref src="page.html"/>
</par></body></smil>`

/** @returns a capture with scripts in every field, name, header, SMIL, SVG and HTML. */
export function hostileCapture(): Uint8Array {
  const capture = captureOf({
    transactionId: SCRIPT,
    linkedId: SCRIPT,
    subject: SCRIPT,
    vaspId: SCRIPT,
    sender: { kind: 'rfc2822', value: SCRIPT },
    recipients: [SCRIPT],
    carrierId: '1',
    messageExtraData: [{ key: SCRIPT, value: SCRIPT }],
    extensions: [{ name: 'Extra', text: SCRIPT, attributes: { onload: SCRIPT } }],
    attachments: [
      { text: SMIL, mediaType: 'application/smil', name: SCRIPT },
      { text: SVG, mediaType: 'image/svg+xml', name: 'photo.svg' },
      { text: SVG, mediaType: 'image/png', name: 'photo.png' },
      { text: HTML, mediaType: 'text/html', name: 'page.html' },
      { text: SCRIPT, name: `${SCRIPT}.txt`, contentId: 'x"><script>alert(1)</script>' },
      { text: 'alert(1)', mediaType: 'text/javascript', contentLocation: 'javascript:alert(1)' },
      { bytes: Uint8Array.of(0, 1, 2), mediaType: 'video/mp4', name: SCRIPT },
    ],
  })
  const text = Buffer.from(capture).toString('latin1')
  return Buffer.from(text.replace('\r\n', `\r\nX-Evil: ${SCRIPT}\r\n`), 'latin1')
}
