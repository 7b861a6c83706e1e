import { rmSync } from 'node:fs'

/** After the browser tests: stops the server and removes its data. */
export default async function teardown(): Promise<void> {
  await globalThis.dyadwatchTestServer?.stop()
  if (process.env.WEB_FOLDER) rmSync(process.env.WEB_FOLDER, { recursive: true, force: true })
}
