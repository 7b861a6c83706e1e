import { briefingPath, draftPath, schedulePath } from '@/components/briefings/briefing-words'
import { commentPath } from '@/components/comments/comment-path'
import { incidentPath } from '@/components/incidents/incident-path'
import { formatPlural } from '@/lib/format'
import type { AlertNotice, NoticeView, RunNotice } from '@/lib/inbox/views'

/** What somebody did, after their name. */
const NOTICE_WORDS: Readonly<Record<NoticeView['kind'], string>> = {
  mention: 'mentioned you',
  reply: 'replied in a thread of yours',
  thread: 'began a thread on it',
  returned: 'sent it back to you',
  dropped: 'took back what you proposed',
  sample: 'asks you to code a sample',
  alert: 'told you',
  'schedule-made': 'made it in your name',
  'schedule-failed': 'gave it up',
}

/** Who did what by which somebody is told. */
export function whoDidWhat({ kind, by, alert, run }: NoticeView): string {
  const who = alert ? `Rule “${alert.rule.name}”` : run ? 'The desk' : by
  return `${who} ${NOTICE_WORDS[kind]}`
}

/** `Schedule “Monday briefing” made briefing 2026-014`. */
function runWords({ name, failed, briefingId, draftId }: RunNotice): string {
  const made = briefingId !== null ? `made briefing ${briefingId}` : draftId !== null ? 'made a draft' : null
  if (!failed) return `Schedule “${name}” ${made ?? 'made a briefing'}`
  return `Schedule “${name}” ${made === null ? 'failed' : `${made}, and then failed`}`
}

/** What a notice is about. */
export function noticeTitle({ incident, sample, alert, run }: NoticeView): string {
  if (run) return runWords(run)
  if (sample) return `${sample.title} (${formatPlural(sample.units, 'incident')})`
  return alert?.headline ?? incident?.title ?? 'an incident that is not published'
}

/** Where a run leads: to what was made, or to the schedule where something went wrong. */
function runPath({ scheduleId, failed, briefingId, draftId }: RunNotice): string | null {
  if (failed) return scheduleId && schedulePath(scheduleId)
  return briefingId !== null ? briefingPath(briefingId) : draftId && draftPath(draftId)
}

/** Where an alert stands among all that were told. */
export const alertPath = ({ id }: Pick<AlertNotice, 'id'>): string => `/watch?show=all#alert-${id}`

/** Where a notice leads; null where there is nothing that the reader may see. */
export function noticePath({ kind, incident, sample, comment, alert, run }: NoticeView): string | null {
  if (run) return runPath(run)
  if (kind === 'alert') return alert && alertPath(alert)
  if (kind === 'sample') return sample && `/samples/${encodeURIComponent(sample.id)}`
  if (!incident) return null
  return comment === null ? incidentPath(incident) : commentPath(incident, comment)
}
