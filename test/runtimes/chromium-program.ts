/** Where Debian has it. */
export const PROGRAM = '/usr/bin/chromium'

/** Nothing that asks the network for anything; no sandbox, which root cannot have. */
export const FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
