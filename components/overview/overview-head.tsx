import Link from 'next/link'
import { type OverviewReading, overviewPath } from '@/components/overview/overview-path'
import { LinkButton } from '@/components/ui/button'
import { WeekLabel } from '@/components/ui/week-label'
import { deskWeekPath } from '@/components/weeks/week-path'
import { formatDayRange, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import type { OverviewPage } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'

interface WeekStepProps {
  weekStart: number | null
  mark: string
  words: string
  reading: OverviewReading
}

/** A step to another week; without one the arrow stays where it is, so that the other does not move. */
function WeekStep({ weekStart, mark, words, reading }: WeekStepProps) {
  if (weekStart === null) {
    return (
      <span aria-hidden="true" className="inline-flex h-7 items-center px-2 text-base text-faint opacity-40">
        {mark}
      </span>
    )
  }
  return (
    <LinkButton
      href={overviewPath(weekStart, reading)}
      variant="quiet"
      size="sm"
      className="text-base"
      title={`${words}: ${weekIdOf(weekStart)}`}
    >
      <span className="sr-only">{`${words}, ${weekIdOf(weekStart)}`}</span>
      <span aria-hidden="true">{mark}</span>
    </LinkButton>
  )
}

/** `1 up a band · 1 record · 3 not checked`; what is none is left out. */
function countsLine({ dyads, upABand, records, notChecked }: OverviewPage['counts']): string {
  return [
    formatPlural(dyads, 'dyad'),
    upABand > 0 && `${upABand} up a band`,
    records > 0 && formatPlural(records, 'record'),
    notChecked > 0 && `${notChecked} not checked`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What moved, in words and counts, and the way to other weeks. */
export function OverviewHead({ page, reading }: { page: OverviewPage; reading: OverviewReading }) {
  const { weekStart, previousWeek, nextWeek, counts, sentence } = page
  return (
    <header className="mb-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <h1 className="text-2xl font-semibold tracking-tight">
            <span className="sr-only">Overview of week </span>
            <WeekLabel weekStart={weekStart} />
          </h1>
          <span aria-hidden="true" className="text-base text-muted">
            {formatDayRange(weekStart, weekEndOf(weekStart))}
          </span>
          <nav aria-label="Weeks" className="flex" data-print="hide">
            <WeekStep weekStart={previousWeek} mark="◂" words="Week before" reading={reading} />
            <WeekStep weekStart={nextWeek} mark="▸" words="Week after" reading={reading} />
          </nav>
          <Link
            href={deskWeekPath(weekIdOf(weekStart), {
              asOf: reading.asOf,
              method: reading.method === 'now' ? 'now' : 'then',
            })}
            className="link text-sm"
            data-print="hide"
          >
            What moved, and why
          </Link>
        </div>
        <p className="text-sm text-muted tabular-nums">{countsLine(counts)}</p>
      </div>
      <p className="mt-2 max-w-4xl text-lg leading-snug">{sentence ?? 'No dyad was checked in this week.'}</p>
    </header>
  )
}
