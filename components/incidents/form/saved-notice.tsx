import Link from 'next/link'
import type { Saved } from '@/components/incidents/form/save-new'
import { incidentPath } from '@/components/incidents/incident-path'
import { Callout } from '@/components/ui/callout'
import { formatScore } from '@/components/ui/format'
import { WeekLabel } from '@/components/ui/week-label'
import type { Preview } from '@/lib/incidents/views'

/** A save that the server has acknowledged, with what it did to the week. */
export interface SavedEntry {
  saved: Saved
  title: string
  effect: Preview | null
}

/** That it is saved, where it is, and what it did to the score. */
export function SavedNotice({ entry }: { entry: SavedEntry }) {
  const { saved, title, effect } = entry
  const href = incidentPath(saved)
  return (
    <Callout tone="success" role="status" title={saved.revision > 1 ? `Saved as revision ${saved.revision}` : 'Saved'}>
      <Link className="link font-medium" href={href}>
        {saved.id}: {title}
      </Link>
      .{' '}
      {saved.status === 'draft' ? (
        'It is a draft and adds nothing yet.'
      ) : effect ? (
        <span data-testid="new-close">
          <WeekLabel weekStart={effect.weekStart} /> now {formatScore(effect.week.before.score)} →{' '}
          <strong className="font-semibold">{formatScore(effect.week.after.score)}</strong>, {effect.week.after.band}.
        </span>
      ) : (
        'It is drawn, not scored.'
      )}
    </Callout>
  )
}
