import { pathToFileURL } from 'node:url'
import { buildApp, generateClient } from '../../bin/fresh.mjs'

/** Folder of the build that browser tests use: its own, so that a desk that runs from this checkout is left alone. */
export const TEST_BUILD = '.next-test'

// As a program: builds it, unless it is up to date.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generateClient()
  await buildApp(TEST_BUILD)
}
