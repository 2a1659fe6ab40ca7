#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }
import { ignoreClosedPipe, nodeHost } from './host.js'
import { run } from './run.js'

process.stdout.on('error', ignoreClosedPipe)
process.exitCode = run(process.argv.slice(2), nodeHost(manifest.version))
