import { ReferenceLine, XAxis, YAxis } from 'recharts'
import { timeTicks } from '@/lib/charts/axis'

/** Width of a score axis in pixels. */
export const AXIS_WIDTH = 34

const PIXELS_A_TICK = 64
const TICK = { fontSize: 11, fill: 'var(--ink-muted)' } as const
const RULE = { stroke: 'var(--line-strong)' } as const

/** The axis of days: ISO weeks or months, as many as `width` pixels of plot have room for. `span` runs from midnight to midnight. */
export function TimeAxis({ span, width }: { span: [number, number]; width: number }) {
  const ticks = timeTicks(span[0] + 0.5, span[1] - 0.5, Math.max(2, Math.floor(width / PIXELS_A_TICK)))
  const labels = new Map(ticks.map(({ day, label }) => [day, label]))
  return (
    <XAxis
      dataKey="day"
      type="number"
      domain={span}
      allowDataOverflow
      ticks={ticks.map(({ day }) => day)}
      tickFormatter={(day: number) => labels.get(day) ?? ''}
      interval={0}
      tick={TICK}
      tickLine={RULE}
      axisLine={RULE}
    />
  )
}

/** The axis of scores, with a rule at 0 where it reaches below.  */
export function ScoreAxis({ domain, ticks }: { domain: [number, number]; ticks: number[] }) {
  return (
    <>
      <YAxis
        width={AXIS_WIDTH}
        domain={domain}
        ticks={ticks}
        interval={0}
        tickFormatter={(score: number) => (score < 0 ? `−${-score}` : String(score))}
        tick={TICK}
        tickLine={false}
        axisLine={false}
      />
      {domain[0] < 0 && <ReferenceLine y={0} stroke="var(--ink-muted)" />}
    </>
  )
}
