import type { Viewer } from '@/lib/auth/viewer'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { owedBy } from '@/lib/samples/blind'

/**
 * Keeps from a coder what a briefing tells of how incidents are coded.
 * @throws DeskError FORBIDDEN while the viewer owes a blind coding in one of the dyads.
 */
export async function refuseWhileOwedIn(reader: Reader, viewer: Viewer, dyads: readonly string[]): Promise<void> {
  const owed = await owedBy(reader, viewer)
  const kept = dyads.find((dyadId) => [...owed].some((key) => key.startsWith(`${dyadId}/`)))
  if (!kept) return
  const sentence = `You are coding incidents of ${kept} in a sample, and a briefing would tell how they are coded.`
  throw new DeskError('FORBIDDEN', `${sentence} Hand in your codings first.`)
}
