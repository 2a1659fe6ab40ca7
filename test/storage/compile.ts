import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../support/root.js'
import type { GuideFile } from './guide-files.js'
import type { Workshop } from './workshop.js'

const MM7 = {
  mm7: [join(ROOT, 'src/index.ts')],
  'mm7/receiver': [join(ROOT, 'src/receiver/index.ts')],
}

/** @returns what the compiler says against the files, in a project as strict as this one */
export function typeErrors(workshop: Workshop, files: readonly GuideFile[]): string[] {
  const isWorker = ({ name }: GuideFile) => name.startsWith('worker/')
  const sources = files.filter(({ name }) => name.endsWith('.ts'))
  return [
    ...errorsIn(
      workshop,
      sources.filter((file) => !isWorker(file)),
      ['node'],
    ),
    ...errorsIn(workshop, sources.filter(isWorker), ['@cloudflare/workers-types']),
  ]
}

function errorsIn(
  { folder }: Workshop,
  files: readonly GuideFile[],
  types: readonly string[],
): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      isolatedDeclarations: false,
      declaration: false,
      module: 'ESNext',
      moduleResolution: 'Bundler',
      typeRoots: [join(folder, 'node_modules/@types'), join(folder, 'node_modules')],
      types,
      paths: MM7,
    },
    folder,
  )
  const roots = files.map(({ name }) => join(folder, 'guide', name))
  const guide = join(folder, 'guide/')
  return ts.getPreEmitDiagnostics(ts.createProgram(roots, options)).flatMap((one) => {
    const name = one.file?.fileName ?? guide
    const text = ts.flattenDiagnosticMessageText(one.messageText, '\n')
    // What `src/` itself is to a worker's types nobody sees: a project has its declarations.
    return name.startsWith(guide) ? [`storage.md, ${name.slice(guide.length)}: ${text}`] : []
  })
}
