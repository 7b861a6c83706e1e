import 'server-only'
import { stringify } from 'csv-stringify/sync'
import type { Viewer } from '@/lib/auth/viewer'
import { logExport } from './export'
import type { ActivityFilter } from './filter'
import { everyActivity } from './queries'
import type { ActivityEntry } from './views'

const COLUMNS = [
  'at',
  'by',
  'kind',
  'action',
  'dyad',
  'incident',
  'title',
  'subject',
  'note',
  'address',
  'detail',
] as const

function lineOf(entry: ActivityEntry): Record<(typeof COLUMNS)[number], string> {
  const { at, by, kind, action, dyadId, incident, subject, note, address, detail } = entry
  return {
    at,
    by,
    kind,
    action,
    dyad: dyadId ?? '',
    incident: incident?.id ?? '',
    title: incident?.title ?? '',
    subject,
    note,
    address,
    detail: JSON.stringify(detail),
  }
}

/**
 * The log that a filter shows as CSV, newest first, a page at a time; noted in the log itself. Cells that a spreadsheet would run
 * are escaped.
 */
export function activityCsv(viewer: Viewer, { after: _, ...filter }: ActivityFilter): ReadableStream<Uint8Array> {
  const pages = everyActivity(viewer, filter)
  const encoder = new TextEncoder()
  let first = true
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      if (first) await logExport(viewer, { subject: 'activity.csv', detail: filter })
      const options = { header: first, bom: first, columns: [...COLUMNS], escape_formulas: true }
      first = false
      controller.enqueue(encoder.encode(stringify(value.map(lineOf), options)))
    },
  })
}
