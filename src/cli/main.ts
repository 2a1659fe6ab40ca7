#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }
import { nodeHost, onMessageError, onOutputError } from './host.js'
import { run } from './run.js'

process.stdout.on('error', onOutputError)
process.stderr.on('error', onMessageError)
process.exitCode = run(process.argv.slice(2), nodeHost(manifest.version))
