#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/*
 * `npm run up`: from a fresh clone to a desk that answers. Each step does only what is missing, so that the next start is quick.
 */

const OLDEST_NODE = [20, 19]

function assertNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = OLDEST_NODE
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Error(`Dyadwatch needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
}

function howToSignIn(root) {
  const file = join(resolve(root, process.env.DATA_DIR || 'data'), 'accounts.txt')
  const add = 'Another account: npx dyadwatch account add LOGIN --role ROLE'
  if (!existsSync(file)) return `Sign in with your account. ${add}`
  return `Sign in as viewer, analyst, reviewer or admin: the passwords are in ${relative(root, file)}. ${add}`
}

async function up() {
  const started = Date.now()
  assertNodeVersion()
  const { buildApp, generateClient, installPackages, root, runNode } = await import('./fresh.mjs')
  process.chdir(root)
  await installPackages()
  await generateClient()
  const code = await runNode(['bin/dyadwatch.mjs', 'setup'])
  if (code !== 0) process.exit(code)
  await buildApp(process.env.NEXT_DIST_DIR || '.next')
  const { serve } = await import('./serve.mjs')
  await serve()
  console.log(howToSignIn(root))
  console.log(`Started in ${((Date.now() - started) / 1000).toFixed(1)} s. Ctrl+C stops it.`)
}

up().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
