import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { Watchlist } from '@/lib/db/generated/client'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { historyOf } from './history'
import { membersOf } from './members'
import { mayChange, maySee, seenBy } from './owned'
import type { Scope } from './schema'
import type { ListRow, ListView } from './views'

const MOST_LISTS = 200

function rowOf(viewer: Viewer, list: Watchlist, names: Map<string, string>): ListRow {
  const { id, name, note, ownerId, revision, archivedAt } = list
  return {
    id,
    name,
    note,
    scope: list.scope as Scope,
    owner: nameOf(names, ownerId),
    dyadIds: membersOf(list).map(({ dyadId }) => dyadId),
    revision,
    archived: archivedAt !== null,
    mayChange: mayChange(viewer, list),
  }
}

/**
 * The viewer's own watchlists and the team's, by name; archived ones last.
 * @throws DeskError FORBIDDEN.
 */
export async function listWatchlists(viewer: Viewer): Promise<ListRow[]> {
  authorize(viewer, 'watch:read')
  const prisma = await database()
  const lists = await prisma.watchlist.findMany({
    where: seenBy(viewer),
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: MOST_LISTS,
  })
  const names = await namesOf(
    prisma,
    lists.map(({ ownerId }) => ownerId),
  )
  return lists.map((list) => rowOf(viewer, list, names))
}

/**
 * A watchlist with its history and the rules that look through it.
 * @throws DeskError FORBIDDEN; NOT_FOUND for one that the viewer may not see.
 */
export async function getWatchlist(viewer: Viewer, id: string): Promise<ListView> {
  authorize(viewer, 'watch:read')
  const prisma = await database()
  const list = await prisma.watchlist.findUnique({ where: { id } })
  if (!list || !maySee(viewer, list)) throw new DeskError('NOT_FOUND', 'There is no such watchlist.')
  const names = await namesOf(prisma, [list.ownerId])
  const rules = await prisma.watchRule.findMany({
    where: { listId: id, ...seenBy(viewer) },
    select: { id: true, name: true, status: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return {
    ...rowOf(viewer, list, names),
    members: membersOf(list),
    rules,
    history: await historyOf(prisma, id),
  }
}
