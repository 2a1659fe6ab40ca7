import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { ROOT } from './root.js'

/** Entries of the package, by their names, and their sources. */
export const ENTRIES: Readonly<Record<string, string>> = {
  mm7: 'src/index.ts',
  'mm7/presentation': 'src/presentation/index.ts',
  'mm7/receiver': 'src/receiver/index.ts',
  'mm7/testing': 'src/testing/index.ts',
  'mm7/testing/arbitraries': 'src/testing/arbitraries/index.ts',
}

/** The compiler's options at their strictest, as a bundler's user has them, with `mm7` as it is in `src/`. */
export function strictest(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const paths = Object.entries(ENTRIES).map(([name, path]) => [name, [join(ROOT, path)]])
  const compilerOptions = {
    ...config.compilerOptions,
    paths: Object.fromEntries(paths),
    module: 'Preserve',
    moduleResolution: 'Bundler',
    allowImportingTsExtensions: true,
    // A snippet shows a thing without using it, and declares nothing for others.
    noUnusedLocals: false,
    declaration: false,
    isolatedDeclarations: false,
  }
  return ts.convertCompilerOptionsFromJson(compilerOptions, ROOT).options
}

/** @returns a program of these files, which `typeErrors` and `strictLint` share: to make one takes seconds */
export function programOf(
  files: readonly string[],
  options: ts.CompilerOptions = strictest(),
): ts.Program {
  return ts.createProgram([...files], options)
}

/** @returns what the compiler has to say against these files of the program, not of what they import */
export function typeErrors(program: ts.Program, files: readonly string[]): string[] {
  return files.flatMap((name) => {
    const file = program.getSourceFile(name)
    if (file === undefined) return [`${name} is not there.`]
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map(({ start = 0, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start)
      return `${name}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  })
}

/** @returns what typescript-eslint, at its strictest, has to say against these files of the program */
export async function strictLint(program: ts.Program, files: readonly string[]): Promise<string[]> {
  const eslint = new ESLint({
    // Wherever the files are.
    cwd: '/',
    overrideConfigFile: true,
    overrideConfig: [
      ...(tseslint.configs.strictTypeChecked as object[]),
      { languageOptions: { parserOptions: { programs: [program] } } },
    ],
  })
  const results = await eslint.lintFiles([...files])
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
  )
}
