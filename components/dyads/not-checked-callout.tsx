import { CheckForm } from '@/components/dyads/check-form'
import { Callout } from '@/components/ui/callout'
import { isCovered } from '@/lib/charts/points'
import { formatDay, formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { CheckView, DyadView } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

/** Weeks that can be picked at once: two years. */
const MOST_WEEKS = 104

interface NotCheckedCalloutProps {
  view: DyadView
  checks: readonly CheckView[]
  mayCheck: boolean
}

/** Says that nobody has looked since, whose figures these are, and what the arithmetic alone leaves; and lets one look. */
export function NotCheckedCallout({ view, checks, mayCheck }: NotCheckedCalloutProps) {
  const { notCheckedSince, weeks, today, dyadId } = view
  if (notCheckedSince === null) return null
  const lastCheck = checks.find(({ checked }) => checked)
  const open = weeks.filter((week) => week.weekStart >= notCheckedSince && !isCovered(week)).slice(0, MOST_WEEKS)
  return (
    <Callout tone="warning" title={`Not checked since ${weekIdOf(notCheckedSince)}`} className="mb-5">
      <p className="max-w-3xl">
        The figures are those of {weekIdOf(notCheckedSince - 7)}, the last week that was checked. With no new incident
        the arithmetic alone would have left {formatScore(today.score)} ({today.band}){' '}
        {view.asOf ? 'on the day of that moment' : 'today'}, {formatDay(today.day)}.
        {lastCheck && (
          <span className="text-muted">
            {' '}
            Last check: {weekIdOf(lastCheck.weekStart)}, by {lastCheck.by}.
          </span>
        )}
      </p>
      {mayCheck && open.length > 0 && (
        <details className="mt-2" data-print="hide">
          <summary className="link w-fit text-sm">Sources checked? Say so</summary>
          <div className="mt-2">
            <CheckForm
              dyadId={dyadId}
              weeks={open.map(({ weekStart, weekId }) => {
                return { weekStart, label: `${weekId} · ${formatDayRange(weekStart, weekEndOf(weekStart))}` }
              })}
            />
          </div>
        </details>
      )}
    </Callout>
  )
}
