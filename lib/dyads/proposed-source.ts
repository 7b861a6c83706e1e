import { cache } from 'react'
import { todayUtc } from '@/lib/clock'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { scoredColumnsOf } from '@/lib/incidents/columns'
import { stateOf } from '@/lib/incidents/state'
import { methodOfDyad } from '@/lib/method/store'
import { doubtsOfStates } from './incident-doubts'
import { factsOfStates } from './incident-facts'
import { latestChecks } from './latest-checks'
import { memorySource, type RecordRow } from './memory-source'
import { rowsOfStates } from './rows-of-states'
import { checkedWeeks, SCORED_COLUMNS } from './series-rebuild'
import type { SeriesSource } from './series-source'
import type { ContextMark } from './views'

type Named = RecordRow & { title: string; code: string | null }

/**
 * The score of a dyad if all that is proposed counted: drafts, what waits for review and what was sent back, each by its
 * latest state, in place of what is in force. Computed in memory, in O(incidents × days); nothing of it is stored.
 */
export const proposedSource = cache(async (dyadId: string): Promise<SeriesSource> => {
  const reader = await database()
  const method = await methodOfDyad(reader, dyadId)
  const all = [...(await settledRows(reader, dyadId)), ...(await openRows(reader, dyadId))]
  const rows = all.filter(({ kind }) => kind === 'incident')
  const byId = new Map(rows.map((row) => [row.id, row]))
  return memorySource({
    dyadId,
    method,
    today: todayUtc(),
    rowsAtHand: rows,
    checkedWeeks: await checkedWeeks(reader, dyadId),
    factsOf: (rows) => factsOfStates(reader, dyadId, rows),
    names: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const row = byId.get(id)
          return row ? [[id, { title: row.title, code: row.code ?? '', day: row.startDay }] as const] : []
        }),
      ),
    rows: (ids) =>
      rowsOfStates(
        reader,
        dyadId,
        ids.map((id) => byId.get(id)).filter((row) => row !== undefined),
        method,
      ),
    context: async (most) => contextOf(all).slice(0, most),
    checks: (most) => latestChecks(reader, dyadId, most),
    doubts: () => doubtsOfStates(reader, dyadId, rows),
  })
})

function contextOf(rows: readonly Named[]): ContextMark[] {
  const marks = rows
    .filter(({ kind }) => kind === 'context')
    .map(({ id, startDay, actor, title }) => ({ id, day: startDay, actor, title }))
  return marks.sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))
}

/** What is in force of incidents with nothing proposed beyond it. */
async function settledRows(reader: Reader, dyadId: string): Promise<Named[]> {
  const rows = await reader.incident.findMany({
    where: { dyadId, status: 'approved', proposal: null },
    select: { ...SCORED_COLUMNS, title: true, code: true, inForce: true, revision: true },
  })
  return rows.map(({ inForce, revision, ...row }) => ({ ...row, stateRevision: inForce ?? revision }))
}

/** The latest state of incidents with something proposed, as if it were approved; a retraction takes them out. */
async function openRows(reader: Reader, dyadId: string): Promise<Named[]> {
  const revisions = await reader.$queryRaw<{ incidentId: string; revision: number; state: unknown }[]>`
    SELECT r.incident_id AS "incidentId", r.revision, r.state FROM incident i
    JOIN incident_revision r ON r.dyad_id = i.dyad_id AND r.incident_id = i.id AND r.revision = i.revision
    WHERE i.dyad_id = ${dyadId} AND i.proposal IN ('new', 'correction')`
  return revisions.map((revision) => {
    const columns = scoredColumnsOf({ ...stateOf(revision), status: 'approved' })
    return { ...columns, dyadId, id: revision.incidentId, stateRevision: revision.revision }
  })
}
