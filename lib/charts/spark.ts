import { isCovered } from '@/lib/charts/points'
import type { Coverage } from '@/lib/core/scoring'

interface SparkWeek {
  weekStart: number
  close: number
  coverage: Coverage
}

/** A sparkline in pixels: strokes of covered weeks, that of a week not over, boxes of unchecked ones, and the last covered point. */
export interface SparkModel {
  strokes: string[]
  /** From the week before to the running one, which is drawn dashed; null where there is none. */
  running: string | null
  gaps: { x: number; width: number }[]
  end: { x: number; y: number; close: number } | null
  yOf: (score: number) => number
}

/**
 * Lays the weeks over a box from `low` to 100; a covered week between two unchecked ones is a stroke of no length. `inProgress`
 * says that the last week is not over.
 */
export function sparkModel(weeks: readonly SparkWeek[], width: number, height: number, inProgress = false): SparkModel {
  const low = weeks.some((week) => isCovered(week) && week.close < 0) ? -100 : 0
  const step = width / Math.max(1, weeks.length)
  const yOf = (score: number) => height - ((score - low) / (100 - low)) * height
  const strokes: string[] = []
  const gaps: SparkModel['gaps'] = []
  let end = null as SparkModel['end']
  let running: string | null = null
  let open = false
  weeks.forEach((week, index) => {
    if (!isCovered(week)) {
      const last = gaps.at(-1)
      if (last && last.x + last.width === index * step) last.width = (index + 1) * step - last.x
      else gaps.push({ x: index * step, width: step })
      open = false
      return
    }
    const [x, y] = [(index + 0.5) * step, yOf(week.close)]
    const at = `${x.toFixed(1)},${y.toFixed(1)}`
    if (open && end && inProgress && index === weeks.length - 1)
      running = `M${end.x.toFixed(1)},${end.y.toFixed(1)}L${at}`
    else if (open) strokes[strokes.length - 1] += `L${at}`
    else strokes.push(`M${at}h0`)
    open = true
    end = { x, y, close: week.close }
  })
  return { strokes, running, gaps, end, yOf }
}
