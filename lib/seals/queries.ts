import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { namesOf } from '@/lib/incidents/names'
import { sealViewOf } from './view-of'
import type { SealPage, SealView } from './views'

/** Seals on one page: some two months of daily ones. */
const PAGE = 60

/**
 * The seals, latest first; `before` is the `next` of the page before.
 * @throws DeskError FORBIDDEN.
 */
export async function listSeals(viewer: Viewer, { before }: { before?: number } = {}): Promise<SealPage> {
  authorize(viewer, 'seal:read')
  const prisma = await database()
  const rows = await prisma.seal.findMany({
    where: before === undefined ? {} : { number: { lt: before } },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const names = await namesOf(
    prisma,
    page.map(({ byId }) => byId),
  )
  const next = rows.length > PAGE ? page[PAGE - 1].number : null
  return { seals: page.map((seal) => sealViewOf(seal, names)), next }
}

/**
 * The seal of this record that a hash is, as it was kept outside; null where it is none. Whether the record still holds what it
 * held then is told by the audit alone, which reads all of it.
 * @throws DeskError FORBIDDEN.
 */
export async function findSeal(viewer: Viewer, hash: string): Promise<SealView | null> {
  authorize(viewer, 'seal:read')
  const prisma = await database()
  const seal = await prisma.seal.findUnique({ where: { hash } })
  return seal && sealViewOf(seal, await namesOf(prisma, [seal.byId]))
}
