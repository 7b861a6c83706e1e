import Link from 'next/link'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { recordSentence } from '@/components/dyads/record-words'
import { isCovered } from '@/lib/charts/points'
import { formatDay } from '@/lib/core/calendar'
import type { DyadView, WeekView } from '@/lib/dyads/views'
import { formatScore, formatSigned } from '@/lib/format'

const largest = (weeks: readonly WeekView[], by: (week: WeekView) => number) =>
  weeks.reduce<WeekView | null>((best, week) => (best === null || by(week) > by(best) ? week : best), null)

/** The record's marks: the highest close and day, the largest rise, and what the shown week is the highest of. */
export function RecordsLine({ view, address }: { view: DyadView; address: DyadAddress }) {
  const { weeks, record, shown } = view
  // A week that is not over has no close yet, nor its whole high.
  const covered = weeks.filter((week) => isCovered(week) && !week.inProgress)
  const marks = [
    {
      label: 'Highest weekly close',
      week: largest(covered, ({ close }) => close),
      value: (week: WeekView) => formatScore(week.close),
    },
    {
      label: 'Highest day',
      week: largest(covered, ({ high }) => high),
      value: (week: WeekView) => `${formatScore(week.high)} on ${formatDay(week.highDay)}`,
    },
    {
      label: 'Largest rise in a week',
      week: largest(
        covered.filter(({ change }) => change !== null && change > 0),
        ({ change }) => change ?? 0,
      ),
      value: (week: WeekView) => formatSigned(week.change ?? 0),
    },
  ]
  return (
    <section aria-labelledby="records-title" className="mb-6">
      <h2 id="records-title" className="mb-2 text-base font-semibold">
        Records since {formatDay(view.began)}
      </h2>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-4">
        {marks.map(({ label, week, value }) =>
          week === null ? null : (
            <div key={label} className="border-t pt-1.5">
              <dt className="text-xs text-muted">{label}</dt>
              <dd className="tabular-nums">
                <span className="font-semibold">{value(week)}</span>,{' '}
                <Link
                  href={dyadPath({ ...address, week: week.weekId, after: undefined })}
                  scroll={false}
                  className="link"
                >
                  {week.weekId}
                </Link>
              </dd>
            </div>
          ),
        )}
        <div className="border-t pt-1.5">
          <dt className="text-xs text-muted">{shown.weekId}</dt>
          <dd>
            {shown.inProgress
              ? 'Not over yet'
              : record !== null && isCovered(shown)
                ? recordSentence(record)
                : 'No record'}
          </dd>
        </div>
      </dl>
    </section>
  )
}
