import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hostileCapture } from '../cli/hostile-capture.js'
import { FIXTURES } from '../support/root.js'
import { FLAGS, PROGRAM } from './chromium-program.js'
import type { Workshop } from './workshop.js'

/** What is used of Playwright, which is installed when this runs, and of the page in it. */
interface Page {
  on(
    event: string,
    handler: (what: { url(): string; text(): string; dismiss(): void }) => void,
  ): void
  goto(url: string): Promise<unknown>
  evaluate<T>(script: string): Promise<T>
  press(selector: string, key: string): Promise<void>
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>
  pdf(): Promise<Uint8Array>
  close(): Promise<void>
}
interface Browser {
  newPage(options: object): Promise<Page>
  close(): Promise<void>
}

const fixture = (name: string) => readFileSync(join(FIXTURES, name))

/** The captures whose pages are looked at. */
const CAPTURES: Readonly<Record<string, () => Uint8Array>> = {
  document: () => fixture('skycore/deliver-req.crlf.http'),
  group: () => fixture('handsets/android-messages-group.http'),
  nokia: () => fixture('nokia/deliver-req.http'),
  truncated: () => fixture('synthetic/truncated.http'),
  hostile: hostileCapture,
}
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }
const SCHEMES = ['light', 'dark'] as const

/** A page that does everything wrong: what looks for that must find it. */
const CONTROL =
  '<html><title>x</title><script>console.log(1);alert(1)</script><img src="http://127.0.0.1:9/x"><p style="width:5000px">x</p>'
const WRONG = /loads http.*axe: .*image-alt.*is wider.*says 1.*says "alert"/s

/**
 * Opens the page of `mm7 inspect --html` in Chromium, wide and narrow, light and dark.
 *
 * @returns what is wrong with it: what it loads or runs, and what axe-core has against it
 */
export async function checkInspectPage(name: string, workshop: Workshop): Promise<string[]> {
  if (name !== 'chromium') return []
  await workshop.install('playwright-core', 'axe-core')
  const modules = join(workshop.folder, 'node_modules')
  const { chromium } = await import(pathToFileURL(join(modules, 'playwright-core/index.mjs')).href)
  const axe = readFileSync(join(modules, 'axe-core/axe.min.js'), 'utf8')
  const browser: Browser = await chromium.launch({ executablePath: PROGRAM, args: FLAGS })
  try {
    const control = await lookAt(browser, workshop.write('control.html', CONTROL), axe, 'light')
    const problems = WRONG.test(control.join('\n')) ? [] : ['The control page is not noticed.']
    for (const [capture, bytes] of Object.entries(CAPTURES)) {
      writeFileSync(join(workshop.folder, `${capture}.http`), bytes())
      const page = join(workshop.folder, `${capture}.html`)
      await workshop.run(join(modules, '.bin/mm7'), ['inspect', '--html', page, `${capture}.http`])
      for (const scheme of SCHEMES) {
        const found = await lookAt(browser, page, axe, scheme)
        problems.push(...found.map((one) => `The page of ${capture}, ${scheme}: ${one}.`))
      }
    }
    return problems
  } finally {
    await browser.close()
  }
}

/** @returns what is wrong with a page. */
async function lookAt(
  browser: Browser,
  path: string,
  axe: string,
  colorScheme: (typeof SCHEMES)[number],
): Promise<string[]> {
  const problems: string[] = []
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, colorScheme })
    page.on('request', (request) => {
      const url = request.url()
      if (!/^(?:file|data):/.test(url)) problems.push(`it loads ${url.slice(0, 200)}`)
    })
    const said: string[] = []
    page.on('console', (message) => said.push(`it says ${message.text()}`))
    page.on('dialog', (dialog) => {
      said.push('it says "alert"')
      dialog.dismiss()
    })
    await page.goto(pathToFileURL(path).href)
    await page.evaluate(axe)
    const violations = await page.evaluate<string[]>(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
    )
    problems.push(...violations.map((one) => `axe: ${one}`))
    const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
    if (isWide) problems.push('it is wider than the screen')
    await page.press('body', 'Tab')
    const first = await page.evaluate<string>('document.activeElement.className')
    if (first !== 'skip') problems.push('the first stop of the keyboard is not the skip link')
    const folder = process.env['SCREENSHOTS']
    if (folder !== undefined) {
      const name = `${path.replace(/^.*\/|\.html$/g, '')}-${size}-${colorScheme}.png`
      await page.screenshot({ path: join(folder, name), fullPage: true })
    }
    if ((await page.pdf()).length === 0) problems.push('it cannot be printed')
    problems.push(...said)
    await page.close()
  }
  return problems
}
