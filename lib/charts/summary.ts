import { isCovered, type TrendPoint } from '@/lib/charts/points'
import { formatDay, weekIdOf } from '@/lib/core/calendar'
import { formatPlural, formatScore, formatSigned } from '@/lib/format'

const nameOf = (point: TrendPoint) => (point.high === null ? formatDay(point.day) : weekIdOf(point.weekStart))

const figureOf = ({ score, band }: TrendPoint) => `${formatScore(score)} (${band})`

function bandChanges(points: readonly TrendPoint[]): string {
  const changes = points.flatMap((point, index) => {
    if (index === 0 || points[index - 1].band === point.band) return []
    return [`${point.band} in ${nameOf(point)}`]
  })
  return changes.length === 0 ? 'The band did not change.' : `Band changes: ${changes.join(', ')}.`
}

function biggestMove(points: readonly TrendPoint[]): string {
  const moves = points.slice(1).map((point, index) => ({ point, size: point.score - points[index].score }))
  const most = moves.reduce((best, move) => (Math.abs(move.size) > Math.abs(best.size) ? move : best), moves[0])
  return most ? ` The biggest move was ${formatSigned(most.size)} in ${nameOf(most.point)}.` : ''
}

function uncheckedWords(points: readonly TrendPoint[]): string {
  const weeks = new Set(points.filter((point) => !isCovered(point) && !point.unsaid).map(({ weekStart }) => weekStart))
    .size
  return weeks === 0 ? '' : ` ${formatPlural(weeks, 'week was', 'weeks were')} not checked.`
}

/** A line of scores in words, for those who do not see it. Only covered points are told as figures. */
export function summaryOf(points: readonly TrendPoint[]): string {
  const told = points.filter(isCovered)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return 'No week in this range was checked.'
  const highest = told.reduce((best, point) => (point.score > best.score ? point : best), first)
  return (
    `From ${nameOf(first)} to ${nameOf(last)}, ${figureOf(first)} at the start and ${figureOf(last)} at the end. ` +
    `Highest in ${nameOf(highest)} with ${figureOf(highest)}. ` +
    `${bandChanges(told)}${biggestMove(told)}${uncheckedWords(points)}`
  )
}
