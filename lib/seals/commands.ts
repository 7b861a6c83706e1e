import { lock } from '@/lib/db/locks'
import 'server-only'
import { logActivity } from '@/lib/activity/log'
import { authorize, type Permission } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { Seal } from '@/lib/db/generated/client'
import { inTransaction, type Reader, type Transaction } from '@/lib/db/transaction'
import { namesOf } from '@/lib/incidents/names'
import { AS_PUBLISHED, byCodeUnits, dyadLeaf, methodLeaf, type SealedDyad, sealHash, sealRoot } from './leaves'
import { changedDyads, latestSealedDyads, sealDyad } from './sealed-dyads'
import { sealViewOf } from './view-of'
import type { SealKind, SealView } from './views'

/** Rows of one INSERT, well below the number of values that a statement can carry. */
const ROWS_AT_ONCE = 5000

/** Who may have a seal made: one that goes with a briefing is made by whoever publishes that. */
const MAY_SEAL: Readonly<Record<SealKind, Permission>> = {
  daily: 'seal:make',
  asked: 'seal:make',
  briefing: 'briefing:publish',
}

/**
 * Seals the record as it stands: one root over the heads of all incidents, the weekly checks and the published methods,
 * chained to the seal before. A daily seal is made once a UTC day, whoever asks; asked again it returns the day's. Costs O(heads
 * of the dyads written to since their last seal) and one read over the dyads; holds one dyad's lock at a time, briefly.
 * @throws DeskError FORBIDDEN by `MAY_SEAL`; Error before the first method is published.
 */
export async function makeSeal(viewer: Viewer, kind: SealKind): Promise<SealView> {
  authorize(viewer, MAY_SEAL[kind])
  const prisma = await database()
  const dailyDay = kind === 'daily' ? todayUtc() : null
  const made = await dailySeal(prisma, dailyDay)
  const seal = made ?? (await sealNow(prisma, viewer, { kind, dailyDay }))
  return sealViewOf(seal, await namesOf(prisma, [seal.byId]))
}

type Occasion = { kind: SealKind; dailyDay: number | null }

async function sealNow(reader: Reader, viewer: Viewer, occasion: Occasion): Promise<Seal> {
  const fresh: SealedDyad[] = []
  for (const dyadId of await changedDyads(reader)) {
    const sealed = await sealDyad(dyadId)
    if (sealed) fresh.push(sealed)
  }
  return inTransaction((tx) => appendSeal(tx, viewer, occasion, fresh))
}

async function dailySeal(reader: Reader, dailyDay: number | null): Promise<Seal | null> {
  return dailyDay === null ? null : reader.seal.findUnique({ where: { dailyDay } })
}

/** Numbers, chains and writes a seal with its dyads, all of it or nothing: there is never half a seal to be seen. */
async function appendSeal(
  tx: Transaction,
  viewer: Viewer,
  { kind, dailyDay }: Occasion,
  fresh: SealedDyad[],
): Promise<Seal> {
  await lock(tx, 'seals')
  const made = await dailySeal(tx, dailyDay)
  if (made) return made
  const dyads = await latestSealedDyads(tx)
  // Another seal may have been made meanwhile; what it took of a dyad later than ours covers ours.
  const added = fresh.filter((own) => own.at > (dyads.get(own.dyadId)?.at ?? 0))
  for (const own of added) dyads.set(own.dyadId, own)
  const content = await contentOf(tx, dyads)
  const last = await tx.seal.findFirst({ orderBy: { number: 'desc' } })
  const chained = {
    ...content,
    at: new Date(Math.max(content.at.getTime(), (last?.at.getTime() ?? 0) + 1)),
    number: (last?.number ?? 0) + 1,
    previousHash: last?.hash ?? '',
    kind,
    dailyDay,
    byId: viewer.accountId,
  }
  const seal = await tx.seal.create({ data: { ...chained, hash: sealHash(chained) } })
  for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
    const rows = added.slice(from, from + ROWS_AT_ONCE).map((own) => ({ ...own, sealNumber: seal.number }))
    await tx.sealDyad.createMany({ data: rows })
  }
  await logActivity(tx, viewer, { action: 'sealed', subject: String(seal.number), detail: { kind, hash: seal.hash } })
  return seal
}

/** What a seal holds of the record; its instant is not before anything in it, also where clocks differ. */
async function contentOf(tx: Transaction, dyads: Map<string, SealedDyad>) {
  const sealed = [...dyads.values()].sort((a, b) => byCodeUnits(a.dyadId, b.dyadId))
  const methods = await tx.methodVersion.findMany({ orderBy: AS_PUBLISHED })
  if (methods.length === 0) throw new Error('No method version is published: run `npx dyadwatch setup` first.')
  const instants = [now(), ...sealed.map(({ at }) => at), ...methods.map(({ publishedAt }) => publishedAt)]
  return {
    at: new Date(instants.reduce((latest, at) => Math.max(latest, at.getTime()), 0)),
    dyads: sealed.length,
    heads: sealed.reduce((sum, { heads }) => sum + heads, 0),
    root: sealRoot(sealed.map(dyadLeaf), methods.map(methodLeaf)),
  }
}
