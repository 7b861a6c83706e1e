import { createRequire } from 'node:module'
import { register } from 'tsx/cjs/api'
import { register as registerImports } from 'tsx/esm/api'

/*
 * The entry of the thread that makes files. Beside lib/compute's, whose tasks import lib/core alone: the makers of formats bring their
 * own libraries and fonts, and hold memory of their own. Plain Node, for a thread inherits no loader; tsx loads the registry, and the
 * makers when they are first asked for, which is why imports are hooked beside requires. Not part of the app's build:
 * `render-pool.ts` names it by its path.
 */

register()
registerImports()
const { render } = createRequire(import.meta.url)('./registry.ts')

/** Makes one format's file; says how far it is through the port. */
export default async function work({ format, rendering, port }) {
  try {
    const bytes = await render(format)(rendering, { onProgress: (share) => port.postMessage(share) })
    // Bytes of their own: a renderer may answer with a part of a larger buffer.
    return new Uint8Array(bytes)
  } finally {
    port.close()
  }
}
