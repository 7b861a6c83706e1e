import { database } from '@/lib/db/client'
import type { Seal } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { KnownAccounts } from './accounts'
import { briefingFaults, draftFaults } from './briefings'
import { type Counts, noCounts } from './counts'
import { dyadFaults, type Surroundings } from './dyad'
import type { Fault } from './fault'
import { Findings } from './findings'
import { readMethods } from './methods'
import { everyDyadId } from './pages'
import { sealChainFaults } from './seals'
import { strayFaults } from './strays'

/** How far an audit has come. */
export interface Progress {
  dyads: number
  of: number
}

export interface AuditOptions {
  /** Stops after so many faults; 1 unless told. */
  most?: number
  /** Hears of each dyad that is done. */
  onProgress?: (progress: Progress) => void
}

export interface AuditReport {
  /** In the order in which they were found; none where the record holds. */
  faults: Fault[]
  counts: Counts
  /** The latest seal when the audit began; null where none was made. */
  latest: Pick<Seal, 'number' | 'at' | 'hash'> | null
}

/** The migration by which this version of the product took over from one that knew no proposals. */
const TAKEOVER = '20261124060000_review_history'

/**
 * Recomputes the whole record: methods, then each dyad (chains, rows, sources, vintages, checks, what its seals cover, stored series),
 * then rows that belong to nothing, then the chain of seals, then briefings with every byte of theirs. Each dyad is read at one moment of its own, a page of incidents at
 * a time; no writer waits. O(revisions + incidents × days + seals × incidents of a dyad). Writes nothing.
 */
export async function auditRecord({ most = 1, onProgress }: AuditOptions = {}): Promise<AuditReport> {
  const prisma = await database()
  const latest = await prisma.seal.findFirst({ orderBy: { number: 'desc' } })
  const counts = noCounts()
  const around = { accounts: new KnownAccounts(), counts, legacyUntil: await takeover() }
  const findings = new Findings(most)
  await findings.look((tx) => methodFaults(tx, around))
  const of = await prisma.dyad.count()
  for await (const dyadId of everyDyadId()) {
    await findings.look((tx) => dyadFaults(tx, dyadId, around))
    if (findings.full) break
    onProgress?.({ dyads: counts.dyads, of })
  }
  await findings.look(strayFaults)
  await findings.look((tx) => sealsFaults(tx, around, latest?.number ?? 0))
  await findings.look(draftFaults)
  await findings.look((tx) => publishedFaults(tx, around))
  return {
    faults: findings.faults,
    counts,
    latest: latest && { number: latest.number, at: latest.at, hash: latest.hash },
  }
}

async function takeover(): Promise<Date | null> {
  const prisma = await database()
  const rows = await prisma.$queryRaw<{ at: Date | null }[]>`
    SELECT finished_at AS at FROM _prisma_migrations WHERE migration_name = ${TAKEOVER}`
  return rows[0]?.at ?? null
}

async function* methodFaults(tx: Transaction, { accounts, counts }: Surroundings): AsyncGenerator<Fault> {
  const { stored, faults } = await readMethods(tx)
  counts.methods = stored.length
  yield* faults
  const places = stored.map(({ id, byId }) => ({ place: `method ${id}`, byId }))
  yield* accounts.faults(tx, places)
}

async function* sealsFaults(tx: Transaction, { accounts, counts }: Surroundings, upTo: number): AsyncGenerator<Fault> {
  const { stored } = await readMethods(tx)
  counts.seals = yield* sealChainFaults(tx, stored, upTo)
  const seals = await tx.seal.findMany({ where: { byId: { not: null } }, select: { number: true, byId: true } })
  const places = seals.map(({ number, byId }) => ({ place: `seal ${number}`, byId }))
  yield* accounts.faults(tx, places)
}

async function* publishedFaults(tx: Transaction, { accounts, counts }: Surroundings): AsyncGenerator<Fault> {
  counts.briefings = yield* briefingFaults(tx)
  const rows = await tx.briefing.findMany({ where: { byId: { not: null } }, select: { id: true, byId: true } })
  yield* accounts.faults(
    tx,
    rows.map(({ id, byId }) => ({ place: `briefing ${id}`, byId })),
  )
}
