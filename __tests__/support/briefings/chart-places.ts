import type { Scene } from '@/lib/briefings/charts/scene'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Place } from './scenes'

/** Where a day and a score lie, worked out from two places that are known: corners of the plot. */
export function placesOn(
  plot: { left: number; right: number; top: number; bottom: number },
  time: number[],
  score: number[],
) {
  return (day: number, value: number): Place => [
    plot.left + ((day - time[0]) / (time[1] - time[0])) * (plot.right - plot.left),
    plot.bottom - ((value - score[0]) / (score[1] - score[0])) * (plot.bottom - plot.top),
  ]
}

/** The plot behind which bands lie. */
export function bandedPlot({ items }: Scene) {
  const bands = items.filter((item) => item.kind === 'rect' && item.name?.startsWith('band:'))
  const boxes = bands.flatMap((item) => (item.kind === 'rect' ? [item] : []))
  return {
    left: boxes[0].x,
    right: boxes[0].x + boxes[0].width,
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  }
}

/** The plot of a chart without bands, between rules: the lowest and highest tick's middle, and the axis of days. */
export function ruledPlot({ items }: Scene) {
  const rules = items.flatMap((item) =>
    item.kind === 'line' && item.y1 === item.y2 && item.x2 - item.x1 > 200 ? [item] : [],
  )
  const heights = rules.map(({ y1 }) => y1)
  return { left: rules[0].x1, right: rules[0].x2, top: Math.min(...heights), bottom: Math.max(...heights) }
}

/** Expects places to be where they should, within what is drawn. */
export function expectPlaces(found: readonly Place[], wanted: readonly Place[]): void {
  expect(found).toHaveLength(wanted.length)
  for (const [index, [x, y]] of found.entries()) {
    expect(x).toBeCloseTo(wanted[index][0], 1)
    expect(y).toBeCloseTo(wanted[index][1], 1)
  }
}

/** Incidents with titles in no language's letters, so that Latin ones in a picture come from somewhere else. */
export const untitled = (evidence: Evidence): Evidence => ({
  ...evidence,
  dyads: evidence.dyads.map((dyad) => ({
    ...dyad,
    incidents: dyad.incidents.map((incident, index) => ({ ...incident, title: `№ ${index}` })),
  })),
})
