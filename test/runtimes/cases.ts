import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allCaptures } from '../integration/captures.js'
import { FIXTURES } from '../support/root.js'
import { type Case, inOrder } from './check.js'

/** @returns every capture of a request, with what the JSON beside it expects. */
export function allCases(): Case[] {
  return allCaptures().map(({ name }) => {
    const path = join(FIXTURES, name)
    const json = readFileSync(path.replace(/http$/, 'json'), 'utf8')
    const { options = {}, ...outcome } = JSON.parse(json)
    return { name, http: readFileSync(path, 'base64'), options, expected: inOrder(outcome) }
  })
}
