import { rmSync } from 'node:fs'

/** After the browser tests: removes their data. */
export default function teardown(): void {
  if (process.env.WEB_FOLDER) rmSync(process.env.WEB_FOLDER, { recursive: true, force: true })
}
