import { CategoryHeatmap } from '@/components/charts/category-heatmap'
import { ContributionStack } from '@/components/charts/contribution-stack'
import { DirectionChart } from '@/components/charts/direction-chart'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import type { AnnotationMark } from '@/lib/charts/annotations'
import { directionModel, stackModel } from '@/lib/charts/contributions'
import { heatModel } from '@/lib/charts/heat'
import { windowOf } from '@/lib/charts/window'
import { CATEGORIES, CATEGORY_LABELS } from '@/lib/core/codebook'
import type { DyadView, WeekView } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

const MOST_NAMED = 3

/** The largest categories of a week in words. */
function largestCategories(week: WeekView): string {
  const parts = CATEGORIES.map((category) => ({ category, part: week.figures.category[category].contribution }))
    .filter(({ part }) => part !== 0)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
    .slice(0, MOST_NAMED)
    .map(({ category, part }) => `${CATEGORY_LABELS[category].toLowerCase()} ${formatScore(part)}`)
  return parts.length === 0 ? `Nothing in ${week.weekId}.` : `${week.weekId}: ${parts.join(', ')}.`
}

interface PartsProps {
  view: DyadView
  address: DyadAddress
  /** The covered week whose figures the page states. */
  week: WeekView
  /** Annotations of the dyad, as that reading has them. */
  marks: readonly AnnotationMark[]
}

const weeksOf = ({ view, address }: PartsProps) => {
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, address.range)
  return view.weeks.slice(from, to + 1)
}

const frameOf = (view: DyadView, name: string) => ({ ...chartNotes(view, name), shownWeek: view.shown.weekStart })

/** What the score is made of, week by week. */
export function StackSection(props: PartsProps) {
  const model = stackModel(weeksOf(props), props.marks)
  return (
    <ContributionStack model={model} reading={largestCategories(props.week)} {...frameOf(props.view, 'categories')} />
  )
}

/** Who does what to whom, week by week. */
export function DirectionSection(props: PartsProps) {
  const { view, week } = props
  const { forward, backward } = week.figures.direction
  const model = directionModel(weeksOf(props), view.first, view.second, props.marks)
  const reading = `${model.forwardLabel} ${formatScore(forward.contribution)}, ${model.backwardLabel} ${formatScore(backward.contribution)}; together ${formatScore(week.close)}.`
  return <DirectionChart model={model} reading={reading} {...frameOf(view, 'directions')} />
}

/** Where the pressure came from, by category and week. */
export function HeatSection(props: PartsProps) {
  const model = heatModel(weeksOf(props), props.marks)
  return (
    <CategoryHeatmap
      model={model}
      reading="Fresh points of each week by category; a stronger shade is more, an outline relieves."
      {...frameOf(props.view, 'fresh-points')}
    />
  )
}
