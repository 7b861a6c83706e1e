import { Delta } from '@/components/ui/delta'
import { type AnnotationMark, markWords } from '@/lib/charts/annotations'
import { isCovered, type TrendPoint } from '@/lib/charts/points'
import { type LineNames, pointName } from '@/lib/charts/trend'
import { formatDay, formatDayRange, weekEndOf } from '@/lib/core/calendar'
import type { ContextMark } from '@/lib/dyads/views'
import { formatPlural, formatScore, formatSigned, formatSpan } from '@/lib/format'

/** A point in one sentence, for screen readers. */
export function sentenceOf(
  point: TrendPoint,
  lines: LineNames | null = null,
  annotations: readonly AnnotationMark[] = [],
): string {
  const notes = annotations.length > 0 ? [`annotated: ${annotations.map(markWords).join('; ')}`] : []
  const name = pointName(point)
  const other = point.other != null && lines ? [`${lines.other} ${formatScore(point.other)}`] : []
  if (point.unsaid) return [`${name}, not on record`, ...other, ...notes].join(', ')
  if (!isCovered(point))
    return [`${name}, not checked; fading alone leaves ${formatScore(point.score)}`, ...other, ...notes].join(', ')
  const parts = [`${name}, ${lines ? `${lines.shown} ` : ''}${formatScore(point.score)} ${point.band}`]
  if (point.inProgress) parts.push('week in progress')
  if (point.interval) parts.push(`data interval ${formatSpan(point.interval)}`)
  parts.push(...other)
  if (point.change !== null) parts.push(`change ${formatSigned(point.change)}`)
  if (point.incidents !== null) parts.push(formatPlural(point.incidents, 'incident'))
  if (point.driver !== null) parts.push(`largest: ${point.driver}`)
  return [...parts, ...notes].join(', ')
}

interface TrendWordsProps {
  point: TrendPoint
  /** Names of the lines, where two are drawn. */
  lines: LineNames | null
  context: readonly ContextMark[]
  annotations: readonly AnnotationMark[]
}

/** A point's figures beside it: close, band, change, high, incidents. */
export function TrendWords({ point, lines, context, annotations }: TrendWordsProps) {
  const covered = isCovered(point)
  const weekly = point.high !== null
  return (
    <>
      <p className="flex justify-between gap-3 text-muted">
        <span className="font-semibold text-ink">{pointName(point)}</span>
        {weekly && <span>{formatDayRange(point.weekStart, weekEndOf(point.weekStart))}</span>}
      </p>
      {covered ? (
        <p className="mt-1 flex items-baseline gap-2 tabular-nums">
          <span className="text-base font-semibold">{formatScore(point.score)}</span>
          <span>{point.band}</span>
          {point.change !== null && <Delta value={point.change} />}
          {point.inProgress && <span className="text-muted">week in progress</span>}
        </p>
      ) : point.unsaid ? (
        <p className="mt-1">Not on record.</p>
      ) : (
        <p className="mt-1">
          Not checked. Arithmetic alone: <span className="tabular-nums">{formatScore(point.score)}</span>
        </p>
      )}
      {covered && point.interval && (
        <p className="text-muted tabular-nums">Interval {formatSpan(point.interval)} (data)</p>
      )}
      {lines && (
        <p className="text-muted">
          {covered && `${lines.shown}; `}
          {lines.other}: <span className="tabular-nums">{point.other == null ? '–' : formatScore(point.other)}</span>
        </p>
      )}
      {covered && point.high !== null && point.highDay !== null && (
        <p className="text-muted tabular-nums">
          High {formatScore(point.high)} on {formatDay(point.highDay)}
        </p>
      )}
      {covered && point.incidents !== null && point.incidents > 0 && (
        <p className="mt-1">
          {formatPlural(point.incidents, 'incident')}
          {point.driver !== null && <span className="text-muted">: {point.driver}</span>}
        </p>
      )}
      {context.map(({ id, actor, title }) => (
        <p key={id} className="mt-1 text-muted">
          ◇ {actor}: {title}
        </p>
      ))}
      {annotations.map((mark) => (
        <p key={mark.id} className="mt-1 text-muted">
          {markWords(mark)}
        </p>
      ))}
    </>
  )
}
