import { commentPath } from '@/components/comments/comment-path'
import { incidentPath } from '@/components/incidents/incident-path'
import type { AlertNotice, NoticeView } from '@/lib/inbox/views'

/** What somebody did, after their name. */
export const NOTICE_WORDS: Readonly<Record<NoticeView['kind'], string>> = {
  mention: 'mentioned you',
  reply: 'replied in a thread of yours',
  thread: 'began a thread on it',
  returned: 'sent it back to you',
  dropped: 'took back what you proposed',
  sample: 'asks you to code a sample',
  alert: 'told you',
}

/** Where an alert stands among all that were told. */
export const alertPath = ({ id }: Pick<AlertNotice, 'id'>): string => `/watch?show=all#alert-${id}`

/** Where a notice leads; null where there is nothing that the reader may see. */
export function noticePath({ kind, incident, sample, comment, alert }: NoticeView): string | null {
  if (kind === 'alert') return alert && alertPath(alert)
  if (kind === 'sample') return sample && `/samples/${encodeURIComponent(sample.id)}`
  if (!incident) return null
  return comment === null ? incidentPath(incident) : commentPath(incident, comment)
}
