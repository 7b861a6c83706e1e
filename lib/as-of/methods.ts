import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { methodThen } from '@/lib/dyads/method-then'
import { methodOfDyad } from '@/lib/method/store'
import type { AsOfMethods } from './views'

/**
 * The versions of the method by which a dyad was scored at a moment, and by which it is now.
 * @throws DeskError FORBIDDEN.
 */
export async function asOfMethods(viewer: Viewer, dyadId: string, moment: Date): Promise<AsOfMethods> {
  authorize(viewer, 'dyad:read')
  const reader = await database()
  const [said, known] = [await methodThen(reader, dyadId, moment), await methodOfDyad(reader, dyadId)]
  return { said: said.id, known: known.id }
}
