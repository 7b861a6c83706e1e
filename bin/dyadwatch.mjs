#!/usr/bin/env node
// Runs bin/cli.ts through tsx, under the condition that lets server-only modules load outside a server.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url))

function tsxAddress() {
  try {
    return import.meta.resolve('tsx')
  } catch {
    return undefined
  }
}

const tsx = tsxAddress()
if (tsx === undefined) {
  console.error('dyadwatch: the packages are not installed; run `npm ci` in the project folder first')
  process.exit(1)
}

const child = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', tsx, pathOf('./cli.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: pathOf('../tsconfig.json') } },
)

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))

child.on('error', (error) => {
  console.error(`dyadwatch: cannot start node: ${error.message}`)
  process.exitCode = 1
})

child.on('exit', (code, signal) => {
  if (signal === null) {
    process.exitCode = code
    return
  }
  for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name)
  process.kill(process.pid, signal)
})
