#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }
import { nodeHost, onOutputError } from './host.js'
import { run } from './run.js'

process.stdout.on('error', onOutputError)
process.exitCode = run(process.argv.slice(2), nodeHost(manifest.version))
