/**
 * @param options what the caller passed
 * @param known the names there are
 * @throws TypeError if there is another: misspelt, it would be ignored in silence
 */
export function checkOptions(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    throw new TypeError(`There is no option called ${name}: the options are ${known.join(', ')}.`)
  }
}
