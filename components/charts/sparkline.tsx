import { bandZones } from '@/lib/charts/bands'
import { sparkModel } from '@/lib/charts/spark'
import { type Band, bandOfScoreAmong } from '@/lib/core/scoring'
import type { OverviewRow } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'
import { bandColour } from '@/lib/palette'

interface SparklineProps {
  /** Unique on the page. */
  id: string
  weeks: OverviewRow['spark']
  /** The bands of the method that made the closes. */
  bands: readonly Band[]
  muted?: boolean
  /** The last week is not over. */
  inProgress?: boolean
}

const [WIDTH, HEIGHT] = [220, 30]

/** 26 weeks at a glance, drawn on the server: the line, the bands' tint behind it, unchecked weeks hatched. */
export function Sparkline({ id, weeks, bands, muted, inProgress }: SparklineProps) {
  const { strokes, running, gaps, end, yOf } = sparkModel(weeks, WIDTH, HEIGHT, inProgress)
  const covered = weeks.filter(({ coverage }) => coverage !== 'not_checked')
  const words =
    covered.length === 0
      ? 'No week checked'
      : `From ${formatScore(covered[0].close)} to ${formatScore(covered[covered.length - 1].close)} in ${weeks.length} weeks, ` +
        `${weeks.length - covered.length} of them not checked`
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
      className="block h-7.5 w-full max-w-55"
    >
      <defs>
        <pattern id={`${id}-gap`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} x2={0} y1={0} y2={5} stroke="var(--hatch)" strokeWidth={1.4} />
        </pattern>
      </defs>
      {bandZones(bands, [yOf(0) === HEIGHT ? 0 : -100, 100]).map(({ name, from, to }) => (
        <rect
          key={name}
          x={0}
          y={yOf(to)}
          width={WIDTH}
          height={yOf(from) - yOf(to)}
          fill={bandColour(name).css}
          fillOpacity={0.12}
        />
      ))}
      {gaps.map(({ x, width }) => (
        <rect key={x} x={x} y={0} width={width} height={HEIGHT} fill={`url(#${id}-gap)`} />
      ))}
      <g
        fill="none"
        stroke={muted ? 'var(--ink-faint)' : 'var(--ink)'}
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {strokes.map((path) => (
          <path key={path} d={path} vectorEffect="non-scaling-stroke" />
        ))}
        {running !== null && <path d={running} strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />}
      </g>
      {end && (
        <path
          d={`M${end.x.toFixed(1)},${end.y.toFixed(1)}h0`}
          stroke={bandColour(bandOfScoreAmong(end.close, bands).name).css}
          strokeWidth={7}
          strokeLinecap="round"
          // The box is stretched to its cell; a stroke stays round.
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}
