import { mintViewer } from './mint-viewer'
import type { Viewer } from './viewer'

/** The viewer of somebody without an account who came by a link that is open: may read what is published, and is nobody. */
export function linkReader(): Viewer {
  return mintViewer({ accountId: null, login: 'link', name: 'Reader of a link', role: 'viewer' })
}
