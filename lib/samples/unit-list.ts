import type { Viewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/core/calendar'
import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { keyOf, withheldFrom } from './blind'
import { codingView, differenceOf } from './coded'
import { grouped } from './grouped'
import type { SampleUnit } from './views'

interface StoredUnit {
  ordinal: number
  dyadId: string
  id: string
  title: string
  /** As the record coded it when it was drawn. */
  code: string
  date: string
  credibility: number
  confidence: string
  adjudicatedRevision: number | null
  adjudicatedAt: Date | null
  adjudicatedById: string | null
}

/**
 * The units of a sample with who handed them in. The codings, and which incidents they are of, are there only where the viewer
 * may see them: see `withheldFrom`.
 * Four reads, bounded by the sample's 500 units.
 */
export async function unitsOf(reader: Reader, viewer: Viewer, sampleId: string): Promise<SampleUnit[]> {
  const withheld = await withheldFrom(reader, viewer)
  const units = await reader.$queryRaw<StoredUnit[]>`
    SELECT u.ordinal, u.dyad_id AS "dyadId", u.incident_id AS id, i.title, r.state->'input'->>'code' AS code,
      r.state->'input'->>'date' AS date, (r.state->'input'->>'credibility')::int AS credibility,
      r.state->'input'->>'confidence' AS confidence,
      u.adjudicated_revision AS "adjudicatedRevision", u.adjudicated_at AS "adjudicatedAt",
      u.adjudicated_by AS "adjudicatedById"
    FROM coding_unit u JOIN incident i ON i.dyad_id = u.dyad_id AND i.id = u.incident_id
    JOIN incident_revision r ON r.dyad_id = u.dyad_id AND r.incident_id = u.incident_id AND r.revision = u.revision
    WHERE u.sample_id = ${sampleId}::uuid ORDER BY u.ordinal`
  const codings = await reader.coding.findMany({ where: { sampleId }, orderBy: [{ ordinal: 'asc' }, { at: 'asc' }] })
  const people = [...codings.map(({ coderId }) => coderId), ...units.map(({ adjudicatedById }) => adjudicatedById)]
  const names = await namesOf(reader, people)
  const byUnit = grouped(codings, ({ ordinal }) => ordinal)
  return units.map(({ ordinal, dyadId, id, title, ...unit }): SampleUnit => {
    const own = byUnit.get(ordinal) ?? []
    const { code, date, credibility, confidence } = unit
    const record = { code, startDay: dayOf(date), credibility, confidence }
    const shown = withheld.has(keyOf({ dyadId, id })) ? null : own.map((coding) => codingView(coding, names))
    const { adjudicatedRevision: revision, adjudicatedAt: at, adjudicatedById } = unit
    return {
      ordinal,
      dyadId: shown && dyadId,
      id: shown && id,
      title,
      codedBy: own.map(({ coderId }) => coderId),
      codings: shown?.sort((a, b) => (a.coder < b.coder ? -1 : 1)) ?? null,
      difference: shown && differenceOf(shown, record),
      resolved:
        revision === null || at === null
          ? null
          : { revision, at: at.toISOString(), by: nameOf(names, adjudicatedById) },
    }
  })
}
