import { database } from '@/lib/db/client'
import type { Seal, SealDyad } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/transaction'
import { chainFaults } from './chain'
import { type Counts, noCounts } from './counts'
import { checksOf } from './dyad'
import { DyadSeals } from './dyad-seals'
import type { Fault } from './fault'
import { Findings } from './findings'
import { readMethods } from './methods'
import { incidentPages } from './pages'
import type { AuditOptions } from './record'
import { sealChainFaults } from './seals'

/** What is said of a seal whose hash somebody kept outside. */
export interface SealReport {
  seal: Pick<Seal, 'number' | 'at' | 'hash'>
  faults: Fault[]
  counts: Counts
}

/**
 * Recomputes what one seal covers from the record: every chain up to the instant of its dyad's seal, the roots of the dyads, the
 * methods, and the chain of seals up to it. Null where no seal with this hash is stored. What was written since is not looked at.
 */
export async function auditSeal(hash: string, { most = 1, onProgress }: AuditOptions = {}): Promise<SealReport | null> {
  const prisma = await database()
  const seal = await prisma.seal.findUnique({ where: { hash } })
  if (!seal) return null
  const counts = noCounts()
  const findings = new Findings(most)
  const sealed = await dyadsOf(seal.number)
  for (const row of sealed) {
    await findings.look((tx) => sealedDyadFaults(tx, row, counts))
    if (findings.full) break
    onProgress?.({ dyads: counts.dyads, of: sealed.length })
  }
  await findings.look((tx) => chainOfSealsFaults(tx, seal.number, counts))
  return { seal: { number: seal.number, at: seal.at, hash: seal.hash }, faults: findings.faults, counts }
}

/** What a seal took of each dyad: the latest row up to its number. */
async function dyadsOf(number: number): Promise<SealDyad[]> {
  const prisma = await database()
  return prisma.$queryRaw<SealDyad[]>`
    SELECT DISTINCT ON (dyad_id) dyad_id AS "dyadId", seal_number AS "sealNumber", at, heads, root
    FROM seal_dyad WHERE seal_number <= ${number} ORDER BY dyad_id, seal_number DESC`
}

async function* sealedDyadFaults(tx: Transaction, row: SealDyad, counts: Counts): AsyncGenerator<Fault> {
  const seals = new DyadSeals([row])
  for await (const { rows, revisions } of incidentPages(tx, row.dyadId, row.at)) {
    for (const { id } of rows) {
      const own = revisions.get(id)
      if (!own) continue
      yield* chainFaults(`${row.dyadId} / ${id}`, own)
      seals.add(own)
      counts.incidents++
      counts.revisions += own.length
    }
  }
  const checks = await checksOf(tx, row.dyadId)
  counts.checks += checks.filter(({ at }) => at <= row.at).length
  yield* seals.faults(checks)
  counts.dyads++
}

async function* chainOfSealsFaults(tx: Transaction, number: number, counts: Counts): AsyncGenerator<Fault> {
  const { stored, faults } = await readMethods(tx)
  counts.methods = stored.length
  yield* faults
  counts.seals = yield* sealChainFaults(tx, stored, number)
}
