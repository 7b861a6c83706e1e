import { todayUtc } from '@/lib/clock'
import { INDICATORS } from '@/lib/core/codebook'
import { dyadIdOf } from '@/lib/core/dyad'
import { DEFAULT_PARAMETERS, pointsOfRung, verificationOf } from '@/lib/core/scoring'
import { COUNTRY_CODES } from '@/lib/countries'
import { adoptStore, openServer, type Store } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { inTransaction } from '@/lib/db/transaction'
import { lockDyad } from '@/lib/dyads/dyad-lock'
import { rebuildSeries } from '@/lib/dyads/series-rebuild'
import { horizonOf } from '@/lib/dyads/series-store'
import { methodInUse, publishFirstMethod } from '@/lib/method/store'

const DAYS = 1095

/** The first `count` dyads of the first countries, in a fixed order. */
export function dyadIds(count: number): string[] {
  const ids: string[] = []
  for (let b = 1; ids.length < count; b++) {
    for (let a = 0; a < b && ids.length < count; a++) ids.push(dyadIdOf(COUNTRY_CODES[a], COUNTRY_CODES[b]))
  }
  return ids
}

/** What the generator draws from: each indicator with its points at grade B1. */
function indicatorRows() {
  const verification = verificationOf('B', 1, DEFAULT_PARAMETERS)
  return INDICATORS.map(({ code, category, rung, persistence }, n) => {
    return {
      n,
      code,
      category,
      rung,
      persistence,
      points: verification * pointsOfRung(rung, category, DEFAULT_PARAMETERS),
    }
  })
}

/**
 * Fills a database with `perDyad` approved incidents for each dyad over three years, with their revisions and sources, by set
 * statements: this makes the log, it does not measure. Then builds each dyad's series by the product's own rebuild.
 */
export async function fillLog(store: Store, dyads: string[], perDyad: number): Promise<void> {
  await migrate(store)
  adoptStore(store)
  await inTransaction(publishFirstMethod)
  const { prisma } = store
  await prisma.$executeRaw`INSERT INTO dyad (id, first, second, next_number)
    SELECT d, left(d, 3), right(d, 3), ${perDyad + 1} FROM unnest(${dyads}::text[]) AS d`
  const indicators = JSON.stringify(indicatorRows())
  for (let from = 0; from < dyads.length; from += 100) {
    await fillDyads(store, dyads.slice(from, from + 100), perDyad, indicators)
  }
  await prisma.$executeRawUnsafe('ANALYZE')
  const method = await methodInUse(prisma)
  for (const dyad of dyads) {
    await inTransaction(async (tx) => {
      const locked = await lockDyad(tx, dyad, { create: false })
      if (locked) await rebuildSeries(tx, locked, method, horizonOf(todayUtc()))
    })
  }
  await prisma.$executeRawUnsafe('ANALYZE')
}

async function fillDyads({ prisma }: Store, dyads: string[], perDyad: number, indicators: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO incident (dyad_id, id, revision, head_status, in_force, authors, grades, status, kind, actor, target, mutual, category, code, rung, persistence,
      start_day, ongoing, earliest_day, latest_day, date_precision, date_basis, reliability, credibility, confidence, actor_type,
      location, title, summary, note, tags, points, created_at, updated_at, words)
    SELECT d, d || '-' || k, 1, 'approved', 1, '{}', 'B', 'approved', 'incident', left(d, 3), right(d, 3), false, i.category, i.code, i.rung, i.persistence,
      day, false, day, day, 'day', '', 'B', 1, 'high', 'government', '', 'Incident ' || k || ' of ' || d || ' ' || md5(k::text),
      'A summary of the usual length, so that the rows have the width of real ones. ' || md5(d || k), '', '{}', i.points, now(), now(),
      'Incident ' || k || ' of ' || d || ' ' || md5(k::text)
    FROM unnest(${dyads}::text[]) AS d CROSS JOIN generate_series(1, ${perDyad}::int) AS k
    CROSS JOIN LATERAL (SELECT ${todayUtc() - DAYS}::int + abs(hashint8(k * 7919::bigint + hashtext(d)) % ${DAYS}::int) AS day) AS t
    JOIN jsonb_to_recordset(${indicators}::jsonb) AS i(n int, code text, category text, rung int, persistence text,
      points double precision) ON i.n = abs(hashint8(k * 31::bigint + hashtext(d)) % 80)`
  await prisma.$executeRaw`
    INSERT INTO incident_source (dyad_id, incident_id, ordinal, outlet, quote, reliability)
    SELECT dyad_id, id, 0, 'Outlet', '', 'B' FROM incident WHERE dyad_id = ANY(${dyads}::text[])`
  await prisma.$executeRaw`
    INSERT INTO incident_revision (dyad_id, incident_id, revision, in_force, at, action, reason, state, hash, previous_hash)
    SELECT dyad_id, id, 1, 1, now(), 'imported', '', jsonb_build_object('status', 'approved', 'input', jsonb_build_object(
      'title', title, 'summary', summary, 'code', code, 'actor', actor, 'target', target)), md5(id) || md5(title), ''
    FROM incident WHERE dyad_id = ANY(${dyads}::text[])`
}

/** A new database on the benchmark's server. */
export async function createDatabase(serverUrl: string, name: string): Promise<Store> {
  const admin = openServer(serverUrl)
  await admin.prisma.$executeRawUnsafe(`CREATE DATABASE "${name}"`)
  await admin.close()
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  process.env.DATABASE_URL = url
  return openServer(url)
}
