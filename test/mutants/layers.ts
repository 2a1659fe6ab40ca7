/**
 * What is mutated, and the tests that a mutant there has to survive: an expression for their files. What
 * is written is tested through the functions that write; captures hold the text of every warning.
 */
export const LAYERS: Readonly<Record<string, RegExp>> = {
  mime: /^test\/(?:mime\/|conformance\/|build-req|testing\/build-deliver)/,
  soap: /^test\/(?:soap\/|conformance\/|build-r|parse-response|testing\/build-deliver|mm7\/(?:attributes|read-message))/,
  mm7: /^test\/(?:mm7\/|conformance\/|build-|parse-|testing\/(?:misuse|to-deliver|build-deliver))/,
}

/**
 * One loads modules anew, which the bundle of the tests does for each file alone; the others read every
 * capture while they are loaded, and less of it than `test/conformance/` does.
 */
const OTHERS = /\/(?:bytes-without-buffer|(?:mime|soap)\/captures)\.test/

/** @returns those of the files that are tests of the layer */
export function testsOf(layer: string, files: readonly string[]): readonly string[] {
  return files.filter((file) => LAYERS[layer]?.test(file) && !OTHERS.test(file))
}
