import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { WeekLabel } from '@/components/ui/week-label'
import { formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'

interface WeekHeadProps {
  weekStart: number
  previousWeek: number
  nextWeek: number | null
  inProgress: boolean
  pathOf: (weekStart: number) => string
}

/** The week that a page shows, and the way to the one before and after. */
export function WeekHead({ weekStart, previousWeek, nextWeek, inProgress, pathOf }: WeekHeadProps) {
  const steps = [
    { week: previousWeek, mark: '◂', words: 'Week before' },
    { week: nextWeek, mark: '▸', words: 'Week after' },
  ]
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-2 text-base">
      <span className="font-semibold">
        <WeekLabel weekStart={weekStart} />
      </span>
      <span aria-hidden="true" className="text-sm text-muted">
        {formatDayRange(weekStart, weekEndOf(weekStart))}
      </span>
      {inProgress && <span className="text-sm text-muted">week in progress, figures of today</span>}
      <nav aria-label="Weeks" className="flex" data-print="hide">
        {steps.map(({ week, mark, words }) =>
          week === null ? null : (
            <LinkButton
              key={mark}
              href={pathOf(week)}
              scroll={false}
              variant="quiet"
              size="sm"
              className="text-base"
              title={`${words}: ${weekIdOf(week)}`}
            >
              <span className="sr-only">{`${words}, ${weekIdOf(week)}`}</span>
              <span aria-hidden="true">{mark}</span>
            </LinkButton>
          ),
        )}
      </nav>
    </div>
  )
}

/** Says that a page is as of a moment, and leads back to now. */
export function AsOfNote({ at, back }: { at: string | null; back: string }) {
  if (at === null) return null
  return (
    <Callout title={`As known on ${momentWords(at)}`} className="mb-4">
      <p>
        All figures are those of then.{' '}
        <Link href={back} className="link">
          Back to now
        </Link>
      </p>
    </Callout>
  )
}
