import { LinesChart } from '@/components/charts/lines-chart'
import { chartNotes } from '@/components/dyads/dyad-words'
import type { HalfLifeLine, HalfLifeLines } from '@/lib/certainty/views'
import { type LineSpec, linesModel } from '@/lib/charts/lines'
import { type Range, windowOf } from '@/lib/charts/window'
import { weekIdOf } from '@/lib/core/calendar'
import type { DyadView } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

interface HalfLifeSectionProps {
  view: DyadView
  range: Range
  halfLives: Promise<HalfLifeLines>
}

const STROKES = { shorter: 'dotted', default: 'solid', longer: 'dashed' } as const

const nameOf = ({ halfLifeDays: { short, medium, long } }: HalfLifeLine) => `${short}/${medium}/${long} days`

/** The same record by three sets of half-lives: how much of the line is the choice of how long things bind. */
export async function HalfLifeSection({ view, range, halfLives: awaited }: HalfLifeSectionProps) {
  const { weeks, lines } = await awaited
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, range)
  const [first, last] = [view.weeks[from].weekStart, view.weeks[to].weekStart]
  // A week that is not over has no close yet.
  const drawn = weeks.flatMap((week, index) =>
    week.weekStart >= first && week.weekStart <= last && !week.inProgress ? [{ ...week, index }] : [],
  )
  const specs = lines.map(
    (line): LineSpec => ({
      key: line.key,
      label: nameOf(line),
      stroke: STROKES[line.key],
      scores: drawn.map(({ coverage, index }) => (coverage === 'not_checked' ? null : line.scores[index])),
    }),
  )
  const model = linesModel({
    caption: 'Weekly closes by three sets of half-lives',
    pointLabel: 'Week',
    points: drawn.map(({ day, weekStart, coverage }) => ({ day, name: weekIdOf(weekStart), coverage })),
    lines: specs,
    bands: view.bands,
  })
  const at = weeks.findIndex(({ weekStart }) => weekStart === view.shown.weekStart)
  const closes = lines.map((line) => `${formatScore(line.scores[at])} with ${nameOf(line)}`).join(', ')
  return (
    <div data-card="" className="mb-6 rounded border bg-raised">
      <LinesChart
        title="Three sets of half-lives"
        reading={`${view.shown.weekId}: ${closes}.`}
        model={model}
        {...chartNotes(view, 'half-lives')}
      />
    </div>
  )
}
