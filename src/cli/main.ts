#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }
import { nodeHost } from './host.js'
import { run } from './run.js'

// A reader such as `head` may have enough before the end: that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = run(process.argv.slice(2), nodeHost(manifest.version))
