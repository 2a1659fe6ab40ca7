import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'
import { spyOn } from '@vitest/spy'
import { expectTypeOf } from 'expect-type'

/** A test, as its file has it. */
export interface Test {
  readonly name: string
  readonly run: () => Promise<void>
}

type Body = (...args: unknown[]) => unknown
type Define = (name: string, body: Body) => void

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

const matchers = (globalThis as unknown as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT]
const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  matchers,
)

/**
 * What test files import of vitest, as far as those of the layers do. Vitest itself starts anew for each
 * run of some tests, which takes half a second of CPU and more: too long for thousands of mutants.
 *
 * @param tests where the tests go
 */
export function miniVitest(tests: Test[]): object {
  const names: string[] = []
  const setUps: (() => unknown)[] = []

  const describe = (name: string, body: Body): void => {
    const outer = setUps.length
    names.push(name)
    body()
    names.pop()
    setUps.length = outer
  }
  const it = (name: string, body: Body): void => {
    const before = [...setUps]
    const run = async (): Promise<void> => {
      for (const setUp of before) await setUp()
      await body()
    }
    tests.push({ name: [...names, name].join(' > '), run })
  }
  const beforeAll = (setUp: () => unknown): void => {
    let done: unknown
    setUps.push(() => {
      done ??= Promise.resolve(setUp())
      return done
    })
  }
  const withEach = (define: Define): object => Object.assign(define, { each: eachOf(define) })
  return {
    ...{ describe: withEach(describe), it: withEach(it), test: withEach(it), beforeAll },
    ...{ expect, expectTypeOf, vi: { spyOn, ...globals() } },
  }
}

function globals(): object {
  const before = new Map<string, unknown>()
  return {
    stubGlobal(name: string, value: unknown) {
      if (!before.has(name)) before.set(name, Reflect.get(globalThis, name))
      Reflect.set(globalThis, name, value)
    },
    unstubAllGlobals() {
      for (const [name, value] of before) Reflect.set(globalThis, name, value)
      before.clear()
    },
  }
}

function eachOf(define: Define): (rows: readonly unknown[]) => Define {
  return (rows) => (name, body) => {
    for (const [at, row] of rows.entries()) {
      define(`${name} (${at})`, () => body(...(Array.isArray(row) ? row : [row])))
    }
  }
}
