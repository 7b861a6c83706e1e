import { tsImport } from 'tsx/esm/api'

/*
 * The entry of a worker thread. Plain Node, for a thread inherits no loader; tsx loads the tasks, which are TypeScript. Not part
 * of the app's build: `pool.ts` names it by its path.
 */

const { TASKS } = await tsImport('./tasks.ts', import.meta.url)

/** Runs one task by its name and answers with a plain value. */
export default function work({ name, args }) {
  return TASKS[name].run(...args)
}
