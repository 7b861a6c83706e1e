import type { AnnotationMark } from '@/lib/charts/annotations'
import type { ContextMark } from '@/lib/dyads/views'
import { INK } from './ink'
import type { Plot } from './plot'
import type { SceneItem } from './scene'
import { filled, textAt } from './shapes'
import { textWidth } from './text-width'

const FLAG = 14
const FLAG_TEXT = 10
const FLAG_PAD = 4

/** Annotations: a span's ground, a rule at its first day, and its number in a flag at the foot. */
export const annotationFlags = (plot: Plot, marks: readonly AnnotationMark[]): SceneItem[] =>
  marks.flatMap(({ number, startDay, endDay }): SceneItem[] => {
    // Days are drawn at their noon; a span runs from midnight to midnight.
    const [from, to] = [startDay - 0.5, (endDay ?? startDay) + 0.5].map(plot.within)
    const x = endDay === null ? plot.within(startDay) : from
    const width = Math.max(FLAG, textWidth(String(number), FLAG_TEXT, 600) + 2 * FLAG_PAD)
    const left = Math.min(x, plot.right - width)
    const y = plot.bottom - FLAG
    const ground = { x: from, y: plot.y, width: Math.max(1, to - from), height: plot.height }
    return [
      ...(endDay === null ? [] : [filled(ground, INK.ink, { opacity: 0.08 })]),
      { kind: 'line', x1: x, x2: x, y1: plot.y, y2: plot.bottom, stroke: INK.ink, strokeWidth: 1, dash: [1, 3] },
      filled({ x: left, y, width, height: FLAG }, INK.ink, { name: `annotation:${number}` }),
      textAt(left + width / 2, y + FLAG / 2, String(number), {
        size: FLAG_TEXT,
        anchor: 'middle',
        weight: 600,
        fill: INK.ground,
      }),
    ]
  })

const DIAMOND = 4

/** Acts of third countries: a diamond at the foot of the plot, without points and without a line. */
export const contextDiamonds = (plot: Plot, context: readonly ContextMark[]): SceneItem[] =>
  context.flatMap(({ id, day }): SceneItem[] => {
    const [x, y] = [plot.xOf(day), plot.bottom - DIAMOND - 2]
    if (x < plot.x || x > plot.right) return []
    const d = `M${x},${y - DIAMOND}l${DIAMOND},${DIAMOND}l${-DIAMOND},${DIAMOND}l${-DIAMOND},${-DIAMOND}Z`
    return [{ kind: 'path', d, fill: INK.ground, stroke: INK.muted, strokeWidth: 1.5, name: `context:${id}` }]
  })
