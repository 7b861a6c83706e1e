import { drawCountOf } from '@/lib/core/uncertainty/draw-count'

/**
 * In what share of draws the highest score falls on a day from `firstDay` to `lastDay`, 0..1; the first day of several that
 * are as high counts. `scores` are those of `simulate` over `days`. Undefined without draws or days.
 * @throws RangeError when the scores are not whole draws of these days.
 */
export function peakShare(
  scores: Float64Array,
  days: readonly number[],
  firstDay: number,
  lastDay: number,
): number | undefined {
  const draws = drawCountOf(scores, days.length)
  if (draws === 0) return undefined
  let within = 0
  for (let draw = 0; draw < draws; draw++) {
    const ofDraw = scores.subarray(draw * days.length, (draw + 1) * days.length)
    const peak = days[ofDraw.indexOf(ofDraw.reduce((most, score) => Math.max(most, score), -Infinity))]
    if (peak >= firstDay && peak <= lastDay) within++
  }
  return within / draws
}
