import type { Viewer } from '@/lib/auth/viewer'
import { dayOf, monthOf } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import { Prisma } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { nameOf, namesOf } from '@/lib/incidents/names'
import type { CodedUnit, Coder, GivenCoding } from './agreement'
import { keyOf, withheldFrom } from './blind'
import { codingView } from './coded'
import { grouped } from './grouped'
import type { AgreementReport } from './report-views'

/** Samples that one report may pool. */
export const MOST_SAMPLES = 20
/** Units that one report may pool: about two seconds of computing, with six coders. */
const MOST_POOLED = 2000

/**
 * The samples that a report is to pool.
 * @throws DeskError FORBIDDEN for a coder of one of them while it is open; NOT_FOUND; INVALID for too many.
 */
export async function readableSamples(
  reader: Reader,
  viewer: Viewer,
  ids: readonly string[],
): Promise<AgreementReport['samples']> {
  if (ids.length > MOST_SAMPLES) throw new DeskError('INVALID', `At most ${MOST_SAMPLES} samples at once.`)
  const samples = await reader.codingSample.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  if (samples.length < ids.length) throw new DeskError('NOT_FOUND', 'There is no such sample.')
  const open = samples.filter(({ status }) => status === 'open').map(({ id }) => id)
  const accountId = viewer.accountId
  const blind =
    accountId && (await reader.codingCoder.findFirst({ where: { accountId, sampleId: { in: open }, excusedAt: null } }))
  if (blind)
    throw new DeskError('FORBIDDEN', 'You code in this sample: how well its coders agree is shown once it is closed.')
  const units = await reader.codingUnit.count({ where: { sampleId: { in: [...ids] } } })
  if (units > MOST_POOLED) {
    throw new DeskError(
      'INVALID',
      `These samples hold ${units} units. Choose fewer: at most ${MOST_POOLED} are taken together.`,
    )
  }
  return samples.map(({ id, title, status }) => ({ id, title, status: status === 'open' ? 'open' : 'closed' }))
}

interface DrawnUnit {
  sampleId: string
  ordinal: number
  dyadId: string
  id: string
  code: string
  date: string
}

/** The units of some samples, with the codings that the viewer may see. */
export interface CodedUnits {
  units: CodedUnit[]
  coders: Coder[]
  codings: number
  uncodable: number
  /** Units that are not among them, for the viewer codes their incidents in an open sample. */
  withheld: number
}

/**
 * The units of some samples as they were drawn, with their codings: five reads, whatever their number. What is withheld from
 * the viewer in another sample is left out here too: see `withheldFrom`.
 */
export async function codedUnits(reader: Reader, viewer: Viewer, ids: readonly string[]): Promise<CodedUnits> {
  if (ids.length === 0) return { units: [], coders: [], codings: 0, uncodable: 0, withheld: 0 }
  const hidden = await withheldFrom(reader, viewer)
  const all = await reader.$queryRaw<DrawnUnit[]>`
    SELECT u.sample_id::text AS "sampleId", u.ordinal, u.dyad_id AS "dyadId", u.incident_id AS id,
      r.state->'input'->>'code' AS code, r.state->'input'->>'date' AS date
    FROM coding_unit u JOIN incident_revision r
      ON r.dyad_id = u.dyad_id AND r.incident_id = u.incident_id AND r.revision = u.revision
    WHERE u.sample_id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) ORDER BY u.sample_id, u.ordinal`
  const drawn = all.filter((unit) => !hidden.has(keyOf(unit)))
  const where = { sampleId: { in: [...ids] } }
  const shown = new Set(drawn.map(placeOf))
  const stored = (await reader.coding.findMany({ where })).filter((coding) => shown.has(placeOf(coding)))
  const members = await reader.codingCoder.findMany({ where, distinct: ['accountId'] })
  const names = await namesOf(
    reader,
    members.map(({ accountId }) => accountId),
  )
  const coders = members.map(({ accountId: id }): Coder => ({ id, name: nameOf(names, id) }))
  const byUnit = grouped(stored, placeOf)
  const units = drawn.map(({ code, date, ...unit }): CodedUnit => {
    const codings = (byUnit.get(placeOf(unit)) ?? []).flatMap((coding) => givenOf(codingView(coding, names)))
    return { category: indicatorOf(code)?.category ?? null, month: monthOf(dayOf(date)), codings }
  })
  return {
    units,
    coders: coders.sort((a, b) => (a.name < b.name ? -1 : 1)),
    codings: stored.length,
    uncodable: stored.filter(({ codable }) => !codable).length,
    withheld: all.length - drawn.length,
  }
}

const placeOf = ({ sampleId, ordinal }: { sampleId: string; ordinal: number }) => `${sampleId} ${ordinal}`

/** A coding that codes; none for one that says the sources do not allow it. */
function givenOf({ coderId, category, rung, startDay, confidence }: ReturnType<typeof codingView>): GivenCoding[] {
  if (category === null || rung === null || startDay === null || confidence === null) return []
  return [{ coderId, category, rung, startDay, confidence }]
}
