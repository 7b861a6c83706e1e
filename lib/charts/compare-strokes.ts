import type { CompareModel } from '@/lib/charts/compare'

/** A place on a chart of weeks: the counted week, and a score or a rank. */
export interface StrokePoint {
  at: number
  value: number
}

/** One line as it is drawn: runs of neighbouring covered weeks, the way to the running week, and where it ends. */
export interface Stroke {
  runs: StrokePoint[][]
  /** From the last finished week, if that is covered, to the running one. */
  running: StrokePoint[]
  end: StrokePoint | null
}

/** The strokes of one line: a week that nobody checked, or that is not on record, breaks it. `figure` is what is drawn. */
export function strokeOf({ rows }: Pick<CompareModel, 'rows'>, index: number, figure: 'close' | 'rank'): Stroke {
  const runs: StrokePoint[][] = []
  let running: StrokePoint[] = []
  let open: StrokePoint[] | null = null
  for (const { at, cells } of rows) {
    const { state, [figure]: value } = cells[index]
    if (state === 'running' && value !== null) {
      running = [...(open?.slice(-1) ?? []), { at, value }]
      open = null
    } else if (state === 'covered' && value !== null) {
      if (open === null) {
        open = []
        runs.push(open)
      }
      open.push({ at, value })
    } else open = null
  }
  return { runs, running, end: running.at(-1) ?? runs.at(-1)?.at(-1) ?? null }
}

/** Stretches of a line that nobody checked, in counted weeks, both ends included. */
export function uncheckedOf({ rows }: Pick<CompareModel, 'rows'>, index: number): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (const { at, cells } of rows) {
    if (cells[index].state !== 'not_checked') continue
    const last = stretches.at(-1)
    if (last && last.to === at - 1) last.to = at
    else stretches.push({ from: at, to: at })
  }
  return stretches
}
