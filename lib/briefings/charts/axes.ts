import type { ChartWords } from '@/lib/briefings/model/chart'
import { type TimeTick, timeTicks } from '@/lib/charts/axis'
import { INK, SMALL } from './ink'
import type { Plot } from './plot'
import type { SceneItem } from './scene'
import { textAt } from './shapes'
import { textWidth } from './text-width'
import { ticksIn, tickText } from './words'

/** Room for the figures of an axis of scores, and for the names of an axis of days. Pixels. */
export const AXIS_WIDTH = 34
export const AXIS_HEIGHT = 24

const PIXELS_A_TICK = 64
const TICK_LENGTH = 4
const LABEL_MIDDLE = 14

/** How many names an axis of days has room for. */
export const mostTicks = ({ width }: Pick<Plot, 'width'>): number => Math.max(2, Math.floor(width / PIXELS_A_TICK))

/** An axis with a name below each tick; `xOf` says where a tick lies. Names stay over the plot. */
export function axisOfTicks<Tick extends TimeTick>(
  plot: Plot,
  ticks: readonly Tick[],
  xOf: (tick: Tick) => number,
): SceneItem[] {
  const rule: SceneItem = {
    kind: 'line',
    x1: plot.x,
    x2: plot.right,
    y1: plot.bottom,
    y2: plot.bottom,
    stroke: INK.lineStrong,
    strokeWidth: 1,
    name: 'axis:time',
  }
  const named = ticks.flatMap((tick): SceneItem[] => {
    const x = xOf(tick)
    const half = textWidth(tick.label, SMALL) / 2
    // A long name at the plot's right end may reach into the room beside it, but not out of the picture's left.
    const middle = Math.max(half, x)
    return [
      {
        kind: 'line',
        x1: x,
        x2: x,
        y1: plot.bottom,
        y2: plot.bottom + TICK_LENGTH,
        stroke: INK.lineStrong,
        strokeWidth: 1,
      },
      textAt(middle, plot.bottom + LABEL_MIDDLE, tick.label, { anchor: 'middle', name: `tick:${tick.day}` }),
    ]
  })
  return [rule, ...named]
}

/** The axis of days: ISO weeks or months, as many as there is room for. `span` runs from midnight to midnight. */
export function timeAxis(plot: Plot, [from, to]: readonly [number, number], words: ChartWords): SceneItem[] {
  const ticks = ticksIn(timeTicks(from + 0.5, to - 0.5, mostTicks(plot)), words)
  return axisOfTicks(plot, ticks, ({ day }) => plot.xOf(day))
}

/** Figures of an axis of scores, with a rule at 0 where it reaches below. */
export function scoreAxis(plot: Plot, ticks: readonly number[], words: ChartWords): SceneItem[] {
  const zero = plot.yOf(0)
  const isInside = zero > plot.y && zero < plot.bottom - 0.5
  const rule: SceneItem[] = isInside
    ? [
        {
          kind: 'line',
          x1: plot.x,
          x2: plot.right,
          y1: zero,
          y2: zero,
          stroke: INK.muted,
          strokeWidth: 1,
          name: 'zero',
        },
      ]
    : []
  return [...rule, ...ticks.map((tick) => textAt(plot.x - 6, plot.yOf(tick), tickText(tick, words), { anchor: 'end' }))]
}

/** Thin rules through a plot at some scores, for plots without bands. */
export const scoreRules = (plot: Plot, ticks: readonly number[]): SceneItem[] =>
  ticks.map((tick) => ({
    kind: 'line',
    x1: plot.x,
    x2: plot.right,
    y1: plot.yOf(tick),
    y2: plot.yOf(tick),
    stroke: INK.line,
    strokeWidth: 1,
  }))
