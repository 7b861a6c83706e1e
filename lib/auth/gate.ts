import 'server-only'
import { authorize, type Permission } from './permissions'
import { requireViewer } from './session'
import type { Viewer } from './viewer'

/**
 * The way into an action or a route handler: who asks, and may they, before a word of the input is looked at. The command asks
 * again, for it has other callers too.
 * @throws DeskError UNAUTHENTICATED, FORBIDDEN.
 */
export const gate = (permission: Permission) => async (): Promise<Viewer> => {
  const viewer = await requireViewer()
  authorize(viewer, permission)
  return viewer
}
