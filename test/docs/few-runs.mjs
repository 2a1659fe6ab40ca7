// Loaded before a snippet: its properties are tried on fewer examples than a reader of the page tries.
import fc from 'fast-check'

fc.configureGlobal({ numRuns: 25 })
