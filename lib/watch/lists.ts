import 'server-only'
import { randomUUID } from 'node:crypto'
import { isOpenTo, saysSame } from '@/lib/again'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now } from '@/lib/clock'
import type { Watchlist } from '@/lib/db/generated/client'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { type Member, membersOf } from './members'
import { isChangeOfOwned, keepState, lockRules, ownerFor, refuseOthers, type WatchWritten } from './owned'
import type { ArchiveInput, ChangeListInput, NewListInput } from './schema'
import type { ListStands } from './views'

const stateOf = ({ name, note, members, archivedAt }: Watchlist) => ({
  name,
  note,
  members: membersOf({ members }),
  archived: archivedAt !== null,
})

/** What of a list is typed. */
type Content = Pick<NewListInput, 'name' | 'note' | 'dyadIds'>

/** Whether a list says this. */
const says =
  ({ name, note, dyadIds }: Content) =>
  (list: Watchlist): boolean => {
    const members = membersOf(list).map(({ dyadId }) => dyadId)
    return saysSame({ name, note, dyadIds }, { name: list.name, note: list.note, dyadIds: members })
  }

/**
 * Makes a watchlist. The same `requestId` again makes no second one: what it says now is saved to the first, where nobody wrote to
 * that since.
 * @throws DeskError FORBIDDEN for a list of the team by those who may not; CONFLICT as `isChangeOfOwned`.
 */
export async function createWatchlist(viewer: Viewer, input: NewListInput): Promise<WatchWritten> {
  const ownerId = ownerFor(viewer, input.scope)
  return inTransaction(async (tx) => {
    await lockRules(tx)
    const id = input.requestId ?? randomUUID()
    const there = await tx.watchlist.findUnique({ where: { id } })
    const { scope, name, note } = input
    if (there) {
      const isChange = isChangeOfOwned(viewer, 'list', there, { scope, same: says(input)(there) })
      return isChange ? putContent(tx, viewer, there, input) : { id, revision: there.revision }
    }
    const at = now()
    const members = input.dyadIds.map((dyadId) => ({ dyadId, since: at.toISOString() }))
    const stamps = { createdAt: at, updatedAt: at, updatedById: viewer.accountId }
    const list = await tx.watchlist.create({
      data: { id, scope, ownerId, name, note, members, revision: 1, ...stamps },
    })
    await keepState(tx, viewer, 'list', list, 'created', stateOf(list))
    return { id, revision: 1 }
  })
}

/**
 * Reads a list for a change, after which it `will` be so.
 * @throws DeskError NOT_FOUND, FORBIDDEN, CONFLICT with the list as it stands.
 */
async function lockedList(
  tx: Transaction,
  viewer: Viewer,
  { id, baseRevision }: Pick<ChangeListInput, 'id' | 'baseRevision'>,
  will: (list: Watchlist) => boolean,
): Promise<Watchlist> {
  await lockRules(tx)
  const list = refuseOthers(viewer, await tx.watchlist.findUnique({ where: { id } }), 'watchlist')
  if (!isOpenTo(viewer, list, baseRevision, will))
    throw new DeskError('CONFLICT', 'Somebody changed this list meanwhile.', undefined, {
      revision: list.revision,
      state: stateOf(list) satisfies ListStands,
    })
  return list
}

/**
 * Changes a watchlist. A dyad that stays keeps since when it is on the list; saying the same again writes nothing.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT with the list as it stands; INVALID for an archived one.
 */
export async function changeWatchlist(viewer: Viewer, input: ChangeListInput): Promise<WatchWritten> {
  authorize(viewer, 'watch:own')
  return inTransaction(async (tx) => {
    const list = await lockedList(tx, viewer, input, says(input))
    if (list.archivedAt) throw new DeskError('INVALID', 'This list is archived. Bring it back first.')
    if (says(input)(list)) return { id: list.id, revision: list.revision }
    return putContent(tx, viewer, list, input)
  })
}

async function putContent(
  tx: Transaction,
  viewer: Viewer,
  list: Watchlist,
  { name, note, dyadIds }: Content,
): Promise<WatchWritten> {
  const [at, before] = [now(), membersOf(list)]
  const members = dyadIds.map(
    (dyadId) => before.find((member) => member.dyadId === dyadId) ?? { dyadId, since: at.toISOString() },
  )
  return put(tx, viewer, list, { name, note, members }, 'changed')
}

/**
 * Puts a watchlist aside, or brings it back. Its rules then look at no dyad.
 * @throws DeskError FORBIDDEN, NOT_FOUND; CONFLICT as `changeWatchlist`.
 */
export async function archiveWatchlist(viewer: Viewer, input: ArchiveInput): Promise<WatchWritten> {
  authorize(viewer, 'watch:own')
  return inTransaction(async (tx) => {
    const isSo = ({ archivedAt }: Watchlist) => (archivedAt !== null) === input.archived
    const list = await lockedList(tx, viewer, input, isSo)
    if (isSo(list)) return { id: list.id, revision: list.revision }
    const at = now()
    // Back from the archive it watches from now on.
    const members = membersOf(list).map(({ dyadId }) => ({ dyadId, since: at.toISOString() }))
    if (input.archived) return put(tx, viewer, list, { archivedAt: at }, 'archived')
    return put(tx, viewer, list, { archivedAt: null, members }, 'restored')
  })
}

async function put(
  tx: Transaction,
  viewer: Viewer,
  { id, revision }: Watchlist,
  data: { name?: string; note?: string; members?: Member[]; archivedAt?: Date | null },
  done: 'changed' | 'archived' | 'restored',
): Promise<WatchWritten> {
  const stamps = { revision: revision + 1, updatedAt: now(), updatedById: viewer.accountId }
  const list = await tx.watchlist.update({ where: { id }, data: { ...data, ...stamps } })
  await keepState(tx, viewer, 'list', list, done, stateOf(list))
  return { id, revision: list.revision }
}
