import Link from 'next/link'
import { briefingPath, draftPath } from '@/components/briefings/briefing-words'
import { momentIn } from '@/components/briefings/schedule-words'
import { Badge, type Tone } from '@/components/ui/badge'
import type { RunView } from '@/lib/briefings/views'
import { formatPlural } from '@/lib/format'

const OUTCOME: Readonly<Record<RunView['status'], { words: string; tone: Tone }>> = {
  running: { words: 'being made', tone: 'neutral' },
  done: { words: 'made', tone: 'success' },
  failed: { words: 'failed', tone: 'danger' },
}

/** What came of the due times of a schedule, the latest first. */
export function RunList({ runs, timeZone }: { runs: readonly RunView[]; timeZone: string }) {
  return (
    <ul aria-label="Runs, the latest first" className="text-xs">
      {runs.map(({ dueAt, status, missed, error, draftId, briefingId }) => (
        <li key={dueAt} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
          <time dateTime={dueAt}>{momentIn(dueAt, timeZone)}</time>
          <Badge tone={OUTCOME[status].tone}>{OUTCOME[status].words}</Badge>
          {briefingId !== null ? (
            <Link href={briefingPath(briefingId)} className="link">
              briefing {briefingId}
            </Link>
          ) : (
            draftId !== null && (
              <Link href={draftPath(draftId)} className="link">
                the draft
              </Link>
            )
          )}
          {missed > 0 && <span className="text-muted">{formatPlural(missed, 'missed time')} made up by it</span>}
          {error !== '' && <span className="break-words text-danger">{error}</span>}
        </li>
      ))}
    </ul>
  )
}
