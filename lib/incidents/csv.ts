import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { logExport } from '@/lib/activity/export'
import type { Viewer } from '@/lib/auth/viewer'
import { isoOf } from '@/lib/core/calendar'
import { directionOf } from '@/lib/core/dyad'
import type { IncidentFilter } from './filter'
import { everyIncident } from './queries'
import type { IncidentRow } from './views'

const COLUMNS = [
  'dyad',
  'id',
  'status',
  'kind',
  'date',
  'date_end',
  'ongoing',
  'date_precision',
  'actor',
  'target',
  'direction',
  'mutual',
  'category',
  'code',
  'severity',
  'persistence',
  'reliability',
  'credibility',
  'confidence',
  'points',
  'title',
  'author',
  'revision',
  'updated_at',
] as const

function lineOf(row: IncidentRow): Record<(typeof COLUMNS)[number], string | number> {
  return {
    dyad: row.dyadId,
    id: row.id,
    status: row.status,
    kind: row.kind,
    date: isoOf(row.startDay),
    date_end: row.endDay === null ? '' : isoOf(row.endDay),
    ongoing: String(row.ongoing),
    date_precision: row.datePrecision,
    actor: row.actor,
    target: row.target,
    direction: row.target && directionOf(row.actor, row.target),
    mutual: String(row.mutual),
    category: row.category ?? '',
    code: row.code ?? '',
    severity: row.rung ?? '',
    persistence: row.persistence ?? '',
    reliability: row.reliability,
    credibility: row.credibility,
    confidence: row.confidence,
    points: row.withheld ? '' : row.points,
    title: row.title,
    author: row.author,
    revision: row.revision,
    updated_at: row.updatedAt,
  }
}

/**
 * The incidents that a filter shows as CSV, in its order, a page at a time; noted in the team's log before the first byte leaves.
 * Cells that a spreadsheet would run are escaped.
 */
export function incidentsCsv(viewer: Viewer, filter: IncidentFilter): ReadableStream<Uint8Array> {
  const pages = everyIncident(viewer, filter)
  const encoder = new TextEncoder()
  let first = true
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      if (first) await logExport(viewer, { subject: 'incidents.csv', dyadId: filter.dyad, detail: filter })
      const options = { header: first, bom: first, columns: [...COLUMNS], escape_formulas: true }
      first = false
      controller.enqueue(encoder.encode(stringify(value.map(lineOf), options)))
    },
  })
}
