import { createRequire } from 'node:module'
import { register } from 'tsx/cjs/api'
import { register as registerImports } from 'tsx/esm/api'

/*
 * The entry of the threads that briefings are made in. Beside lib/compute's, whose tasks import lib/core alone: the makers of formats
 * bring their own libraries and fonts, and hold memory of their own. Plain Node, for a thread inherits no loader; tsx loads the work, and
 * the makers when they are first asked for, which is why imports are hooked beside requires. Not part of the app's build:
 * `render-pool.ts` names it by its path.
 */

register()
registerImports()

export const { compose, freeze, makeFiles } = createRequire(import.meta.url)('./work.ts')
