/** NameStartChar of XML 1.0 §2.3, without the colon. */
const START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}' +
  '\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}' +
  '\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'
const NC_NAME = /* @__PURE__ */ new RegExp(
  `^[${START}][${START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}]*$`,
  'u',
)

/** @returns whether it is an NCName (Namespaces in XML 1.0 §3), which an xs:ID is */
export function isNcName(text: string): boolean {
  return NC_NAME.test(text)
}
