import { LinesChart } from '@/components/charts/lines-chart'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { chartNotes } from '@/components/dyads/dyad-words'
import { type WithoutAddress, withoutPath } from '@/components/what-if/without-path'
import { linesModel } from '@/lib/charts/lines'
import { RANGES, type Range, windowOf } from '@/lib/charts/window'
import type { DyadView } from '@/lib/dyads/views'
import { formatScore, formatSigned } from '@/lib/format'
import { strikesNothing } from '@/lib/what-if/schema'
import type { WithoutView, WithoutWeek } from '@/lib/what-if/views'

interface WithoutChartProps {
  view: DyadView
  without: WithoutView
  address: WithoutAddress
}

/** The weeks of the chart: without the running one, which has no close yet. */
function drawnWeeks({ view, without }: WithoutChartProps, range: Range): WithoutWeek[] {
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, range)
  const [first, last] = [view.weeks[from].weekStart, view.weeks[to].weekStart]
  return without.weeks.filter(({ weekStart, inProgress }) => weekStart >= first && weekStart <= last && !inProgress)
}

/** The week where the two lines lie furthest apart, among those that were checked. */
function widest(weeks: readonly WithoutWeek[]): WithoutWeek | null {
  const gap = ({ close, without }: WithoutWeek) => Math.abs(close - without)
  return weeks
    .filter(({ coverage }) => coverage !== 'not_checked')
    .reduce<WithoutWeek | null>((most, week) => (most === null || gap(week) > gap(most) ? week : most), null)
}

/** The line of the record and the line without what is struck out. */
export function WithoutChart(props: WithoutChartProps) {
  const { view, address } = props
  const weeks = drawnWeeks(props, address.range)
  const covered = (score: number, { coverage }: WithoutWeek) => (coverage === 'not_checked' ? null : score)
  const record = {
    key: 'close',
    label: 'the record',
    stroke: 'solid' as const,
    scores: weeks.map((week) => covered(week.close, week)),
  }
  const rest = {
    key: 'without',
    label: 'without what is struck out',
    stroke: 'dashed' as const,
    scores: weeks.map((week) => covered(week.without, week)),
  }
  const nothing = strikesNothing(address.struck)
  const apart = widest(weeks)
  const reading =
    nothing || apart === null
      ? 'Nothing is struck out: choose below what to leave out.'
      : `Furthest apart in ${apart.weekId}: ${formatScore(apart.close)} on record, ${formatScore(apart.without)} without, ${formatSigned(apart.without - apart.close)}.`
  return (
    <div data-card="" className="mb-6 rounded border bg-raised">
      <LinesChart
        title="The line without"
        reading={reading}
        model={linesModel({
          caption: 'Weekly closes on record and without what is struck out',
          pointLabel: 'Week',
          points: weeks.map(({ day, weekId, coverage }) => ({ day, name: weekId, coverage })),
          lines: nothing ? [record] : [record, rest],
          bands: view.bands,
        })}
        {...chartNotes(view, 'without')}
        controls={
          <ChoiceLinks
            label="Weeks shown"
            items={RANGES.map((range) => ({
              key: range,
              label: range === 'all' ? 'all' : `${range}w`,
              title: range === 'all' ? 'The whole record' : `${range} weeks`,
              href: withoutPath({ ...address, range }),
              current: address.range === range,
            }))}
          />
        }
      />
    </div>
  )
}
