/**
 * Where labels stand that each want to be at a height, at least `gap` apart and within `top` and `bottom` as far as they fit:
 * they are pushed apart as little as is needed, in their order. Answers in the order of `wanted`.
 */
export function placeLabels(wanted: readonly number[], gap: number, [top, bottom]: [number, number]): number[] {
  const order = wanted.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  // Runs of labels that touch move as one, around the middle of what they wanted.
  const runs: { from: number; sum: number; count: number; items: number[] }[] = []
  const settle = (run: (typeof runs)[number]) => {
    const length = (run.count - 1) * gap
    run.from = Math.max(top, Math.min(bottom - length, run.sum / run.count - length / 2))
  }
  for (const { height, index } of order) {
    let run = { from: height, sum: height, count: 1, items: [index] }
    settle(run)
    for (let last = runs.at(-1); last && last.from + last.count * gap > run.from; last = runs.at(-1)) {
      runs.pop()
      run = {
        from: 0,
        sum: last.sum + run.sum,
        count: last.count + run.count,
        items: [...last.items, ...run.items],
      }
      settle(run)
    }
    runs.push(run)
  }
  const placed = wanted.map(() => 0)
  for (const { from, items } of runs) {
    for (const [at, index] of items.entries()) placed[index] = from + at * gap
  }
  return placed
}
