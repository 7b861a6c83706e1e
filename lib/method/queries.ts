import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { MethodParameters } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { methodInUse } from './store'

/** The method in use, as a page shows it. `hash` is the first 8 characters of the parameters' SHA-256. */
export interface MethodView {
  id: string
  parameters: MethodParameters
  hash: string
  reason: string
  publishedAt: Date
}

const SHOWN_HASH = 8

/**
 * The method that every score on the desk is made with now.
 * @throws DeskError FORBIDDEN
 */
export async function currentMethod(viewer: Viewer): Promise<MethodView> {
  authorize(viewer, 'method:read')
  const { id, parameters, hash, reason, publishedAt } = await methodInUse(await database())
  return { id, parameters, hash: hash.slice(0, SHOWN_HASH), reason, publishedAt }
}
