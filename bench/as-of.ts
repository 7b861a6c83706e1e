import { PGlite } from '@electric-sql/pglite'
import { operator } from '@/lib/auth/operator'
import { now } from '@/lib/clock'
import { adoptStore, type Store, storeOf } from '@/lib/db/client'
import { dyadView } from '@/lib/dyads/queries'
import { dyadIds, fillLog } from './big-log'
import { type Line, median, timesOf } from './measure'

const INCIDENTS = 5000
const ROUNDS = 25

/**
 * A dyad of 5,000 incidents and 10,000 revisions, all of which changed what counts: each incident was approved and later
 * corrected. Made by set statements.
 */
async function fillRevisions(store: Store): Promise<string> {
  const [dyadId] = dyadIds(1)
  await fillLog(store, [dyadId], INCIDENTS)
  const { prisma } = store
  await prisma.$executeRaw`
    INSERT INTO incident_revision (dyad_id, incident_id, revision, in_force, at, action, reason, state, hash, previous_hash)
    SELECT dyad_id, incident_id, 2, 2, at, 'approved', '', state, md5(hash), hash FROM incident_revision
    WHERE dyad_id = ${dyadId}`
  await prisma.$executeRaw`UPDATE incident SET revision = 2, in_force = 2 WHERE dyad_id = ${dyadId}`
  await prisma.$executeRaw`
    INSERT INTO incident_vintage (dyad_id, incident_id, revision, at, in_force, status, kind, actor, target, mutual, category,
      code, rung, persistence, start_day, end_day, ongoing, grades, credibility, title)
    SELECT i.dyad_id, i.id, v.revision, now() - (3 - v.revision) * interval '1 hour', v.revision, i.status, i.kind, i.actor,
      i.target, i.mutual, i.category, i.code, i.rung, i.persistence, i.start_day, i.end_day, i.ongoing, i.grades,
      CASE v.revision WHEN 1 THEN 3 ELSE i.credibility END, i.title
    FROM incident i CROSS JOIN (VALUES (1), (2)) AS v(revision) WHERE i.dyad_id = ${dyadId}`
  await prisma.$executeRawUnsafe('ANALYZE')
  return dyadId
}

async function compared(store: Store, engine: string): Promise<Line> {
  const dyadId = await fillRevisions(store)
  adoptStore(store)
  const viewer = operator()
  const stored = () => dyadView(viewer, dyadId)
  const known = () => dyadView(viewer, dyadId, { asOf: { moment: now(), method: 'then' } })
  const [asStored, asKnown] = [await stored(), await known()]
  if (asStored.shown.close !== asKnown.shown.close) throw new Error('as of now is not what is stored')
  const times = { stored: [] as number[], known: [] as number[] }
  for (let round = 0; round < ROUNDS + 5; round++) {
    const [inStored] = await timesOf(1, stored)
    const [inKnown] = await timesOf(1, known)
    // The first rounds warm up statements and caches.
    if (round >= 5) {
      times.stored.push(inStored)
      times.known.push(inKnown)
    }
  }
  return {
    what: `A dyad as of a moment, 10,000 revisions (${engine})`,
    against: 'its current stored series',
    ms: median(times.known),
    baseMs: median(times.stored),
  }
}

/** A dyad as of now, from its revisions, against what is stored of it: the two take turns. On a server, and embedded. */
export async function benchAsOf(server: Store): Promise<Line[]> {
  const onServer = await compared(server, 'PostgreSQL')
  const embedded = storeOf(await PGlite.create())
  try {
    return [onServer, await compared(embedded, 'embedded')]
  } finally {
    await embedded.close()
  }
}
