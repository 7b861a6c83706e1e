import * as z from 'zod/mini'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { InboxItem } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { nameOf, namesOf } from '@/lib/incidents/names'
import { rowsByKey } from '@/lib/incidents/rows'
import type { IncidentRow } from '@/lib/incidents/views'
import { alertViews } from '@/lib/watch/alert-views'
import { INBOX_KINDS } from './notify'
import type { AlertNotice, NoticeView, RunNotice } from './views'

const kindSchema = z.enum(INBOX_KINDS)

/** What the detail of a notice may hold: whoever writes one says more or less. */
const detailSchema = z.object({
  briefingId: z.optional(z.string()),
  comment: z.optional(z.string()),
  draftId: z.optional(z.string()),
  excerpt: z.optional(z.string()),
  failure: z.optional(z.string()),
  name: z.optional(z.string()),
  number: z.optional(z.number()),
  sampleId: z.optional(z.string()),
  scheduleId: z.optional(z.string()),
  title: z.optional(z.string()),
  units: z.optional(z.number()),
})
type Detail = z.infer<typeof detailSchema>

/**
 * Notices as they are shown: a few reads, bounded by the items. A notice may be older than the viewer's role: what is not
 * published is left out for those who may not see it.
 */
export async function noticeViews(reader: Reader, viewer: Viewer, items: InboxItem[]): Promise<NoticeView[]> {
  const names = await namesOf(
    reader,
    items.map(({ byId }) => byId),
  )
  const keys = items.flatMap(({ dyadId, incidentId }) => (dyadId && incidentId ? [{ dyadId, id: incidentId }] : []))
  const rows = new Map((await rowsByKey(reader, keys)).map((row) => [`${row.dyadId}/${row.id}`, row]))
  const unpublished = may(viewer, 'incident:read-unpublished')
  const alerts = await alertsOf(reader, viewer, items)
  return items.map((item): NoticeView => {
    const detail = detailSchema.parse(item.detail)
    const row = rows.get(`${item.dyadId}/${item.incidentId}`)
    return {
      id: item.id,
      kind: kindSchema.parse(item.kind),
      at: item.at.toISOString(),
      by: nameOf(names, item.byId),
      read: item.readAt !== null,
      incident: row && (unpublished || row.inForce !== null) ? incidentOf(row) : null,
      sample: detail.sampleId ? { id: detail.sampleId, title: detail.title ?? '', units: detail.units ?? 0 } : null,
      comment: unpublished ? (detail.number ?? null) : null,
      alert: alerts.get(item.alertId ?? '') ?? null,
      run: runOf(viewer, item.kind, detail),
      excerpt: unpublished ? (detail.excerpt ?? detail.comment ?? '') : '',
    }
  })
}

/** What a notice tells of a schedule: a part of it by each permission that it needs. */
function runOf(viewer: Viewer, kind: string, detail: Detail): RunNotice | null {
  const { scheduleId, name, failure = '', briefingId, draftId, title = '' } = detail
  if (scheduleId === undefined || name === undefined) return null
  const schedules = may(viewer, 'briefing:schedule')
  const published = may(viewer, 'briefing:read') ? (briefingId ?? null) : null
  const draft = may(viewer, 'briefing:compose') ? (draftId ?? null) : null
  return {
    scheduleId: schedules ? scheduleId : null,
    name,
    failed: kind === 'schedule-failed',
    failure: schedules ? failure : '',
    briefingId: published,
    draftId: draft,
    title: (published ?? draft) ? title : '',
  }
}

/** The alerts that some notices tell of, by id: one read, and a few more where there are any. */
async function alertsOf(reader: Reader, viewer: Viewer, items: InboxItem[]): Promise<Map<string, AlertNotice>> {
  const keys = items.flatMap(({ dyadId, alertId }) => (dyadId && alertId ? [{ dyadId, id: alertId }] : []))
  if (keys.length === 0) return new Map()
  const alerts = await reader.watchAlert.findMany({ where: { OR: keys } })
  const views = await alertViews(reader, viewer, alerts, items)
  return new Map(views.map(({ id, dyadId, rule, headline, numbers }) => [id, { id, dyadId, rule, headline, numbers }]))
}

const incidentOf = ({ dyadId, id, title }: IncidentRow) => ({ dyadId, id, title })
