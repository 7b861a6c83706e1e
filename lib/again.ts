import type { Viewer } from '@/lib/auth/viewer'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'

/*
 * What is sent again, because the answer to it was lost: the first call may have been carried out, and whoever sends again may have
 * typed more since.
 */

/** Detail of a CONFLICT with what an earlier call made under the same id. */
export interface MadeBefore {
  made: string
}

/** The id of what an earlier call made, where a later one was refused because of it. */
export const madeBefore = (detail: unknown): string | null =>
  typeof detail === 'object' && detail !== null && 'made' in detail ? String(detail.made) : null

/** Whether two contents say the same, in whatever order their fields are. */
export const saysSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** Waits for an earlier call with the same `requestId` that is not over yet, and keeps later ones waiting till the transaction ends. */
export async function awaitEarlier(tx: Transaction, requestId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`
}

/** What a change is sent to, as it is stored. */
interface Stored {
  revision: number
  updatedById: string | null
}

/**
 * Whether a change may be made to what is stored: nobody wrote since `baseRevision`, or it is said already, by the viewer, who sends
 * again what came through.
 */
export const isOpenTo = <T extends Stored>(
  { accountId }: Viewer,
  stored: T,
  baseRevision: number,
  says: (stored: T) => boolean,
): boolean => stored.revision === baseRevision || (stored.updatedById === accountId && says(stored))

/** What an earlier call made under the same id. */
export interface Made {
  id: string
  /** Of what it is now. */
  revision: number
  /** Who made it. */
  byId: string | null
  /** It says what is asked for now. */
  same: boolean
}

/**
 * Whether what an earlier call made under the same id needs to be changed to say what is asked for now.
 * @throws DeskError CONFLICT where that would be to write over somebody's words: it is another person's, or was changed since
 * (detail: `MadeBefore`).
 */
export function isChangeOf(viewer: Viewer, what: string, { id, revision, byId, same }: Made): boolean {
  if (byId !== viewer.accountId) throw new DeskError('CONFLICT', `This ${what} is somebody else’s already.`)
  if (same) return false
  if (revision > 1) throw refuseMade(id, `This ${what} was made already, and was changed since. Go on from it there.`)
  return true
}

/** The refusal of a call that cannot follow as a change on what an earlier one made. */
export const refuseMade = (id: string, why: string): DeskError =>
  new DeskError('CONFLICT', why, undefined, { made: id } satisfies MadeBefore)
