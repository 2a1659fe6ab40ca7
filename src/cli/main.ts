#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' }
import { nodeHost } from './host.js'
import { run } from './run.js'

process.exitCode = run(process.argv.slice(2), nodeHost(manifest.version))
