import { mintViewer } from './mint-viewer'
import type { Viewer } from './viewer'

/** The viewer of a command that a person runs on the machine itself: whoever can run it has the database's files anyway. */
export function operator(): Viewer {
  return mintViewer({ accountId: null, login: 'command line', name: 'Command line', role: 'admin' })
}
