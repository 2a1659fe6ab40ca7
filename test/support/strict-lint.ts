import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

/**
 * @param folder where the files are, in which a `tsconfig.json` is written
 * @param files from the folder
 * @returns what typescript-eslint, at its strictest, has to say against them
 */
export async function strictLint(
  folder: string,
  files: readonly string[],
  compilerOptions: object,
): Promise<string[]> {
  const project = join(folder, 'tsconfig.json')
  writeFileSync(project, JSON.stringify({ compilerOptions, files }))
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      ...(tseslint.configs.strictTypeChecked as object[]),
      { languageOptions: { parserOptions: { project, tsconfigRootDir: folder } } },
    ],
  })
  const results = await eslint.lintFiles([...files])
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
  )
}
