/** Between tags; a line end may be there, after the XML declaration. */
const BETWEEN_TAGS = /(?<=>)\n?(?=<)/
const START_TAG = /^<(?![?/])[^>]*[^/]>$/

/**
 * @param answer XML as `buildDeliverRsp` writes it: whatever is a `<` or a `>` is one of a tag
 * @returns it laid out in lines; as it is sent there is no white space between its elements
 */
export function answerLines(answer: string): string[] {
  let depth = 0
  return answer.split(BETWEEN_TAGS).map((line) => {
    if (line.startsWith('</')) depth -= 1
    const indent = '  '.repeat(depth)
    if (START_TAG.test(line)) depth += 1
    return indent + line.trimEnd()
  })
}
