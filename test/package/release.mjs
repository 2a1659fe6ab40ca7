// npm run release:check: what must be true of a version before it is published, without a registry.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const read = (path) => readFileSync(path, 'utf8')
const { name, version, bin, dependencies = {} } = JSON.parse(read('package.json'))
const lock = JSON.parse(read('package-lock.json'))
const problems = []
const check = (isRight, problem) => {
  if (!isRight) problems.push(problem)
}

// Version and changelog.
const changelog = read('CHANGELOG.md')
const [, newest] = /^## \[(\d+\.\d+\.\d+[^\]]*)\]/m.exec(changelog) ?? []
if (newest === undefined) {
  const unreleased = /^## \[Unreleased\]$(.*?)(?=^## |(?![\s\S]))/ms.exec(changelog)?.[1] ?? ''
  check(unreleased.includes('- '), 'CHANGELOG.md says nothing of what is to be released.')
} else check(newest === version, `CHANGELOG.md is at ${newest}, package.json at ${version}.`)
check(
  lock.version === version,
  `package-lock.json is at ${lock.version}, package.json at ${version}.`,
)

// Every package is locked by its hash.
for (const [path, { integrity, link, resolved }] of Object.entries(lock.packages)) {
  if (path === '' || link) continue
  check(integrity !== undefined, `package-lock.json has no hash of ${path}.`)
  check(
    !/^https?:/.test(resolved ?? ''),
    `package-lock.json says where ${path} is downloaded from.`,
  )
}

// The licences of what is bundled.
const thirdParty = read('docs/third-party.md')
const rows = thirdParty.split('\n').filter((line) => line.startsWith('| `'))
for (const bundled of ['saxes', 'xmlchars', 'image-size']) {
  const { version: installed, license } = JSON.parse(read(`node_modules/${bundled}/package.json`))
  const isListed = rows.some(
    (row) => row.startsWith(`| \`${bundled}\``) && row.endsWith(`| ${installed} | ${license} |`),
  )
  check(isListed, `docs/third-party.md lacks ${bundled} ${installed}, ${license}.`)
}
for (const bundled of ['xmlchars', 'image-size']) {
  const licence = read(`node_modules/${bundled}/LICENSE`).trim()
  check(thirdParty.includes(licence), `docs/third-party.md has another licence of ${bundled}.`)
}

// A list of materials can be made, and has what is installed with the package.
const sbom = JSON.parse(
  execFileSync('npm', ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }),
)
// Its `name` is that of the folder.
const own = sbom.metadata?.component?.['bom-ref']
check(own === `${name}@${version}`, `The SBOM is of ${own}.`)
const listed = new Set(sbom.components.map((component) => component.name))
for (const dependency of Object.keys(dependencies)) {
  const short = dependency.replace(/^@.*\//, '')
  check(listed.has(dependency) || listed.has(short), `The SBOM lacks ${dependency}.`)
}

// The command runs, and the package loads.
const loaded = await import(`../../${JSON.parse(read('package.json')).exports['.'].import.default}`)
check(typeof loaded.parseDeliverReq === 'function', 'The built package has no parseDeliverReq.')
for (const file of Object.values(bin)) check(read(file).startsWith('#!'), `${file} has no #! line.`)

for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)
console.log(
  `${name} ${version}: version, changelog, lock file, licences and SBOM are as they should be.`,
)
