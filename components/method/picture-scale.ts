/** A straight scale: where a value of `from` falls in `to`. */
export function linear(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const perUnit = (to[1] - to[0]) / (from[1] - from[0])
  return (value) => to[0] + (value - from[0]) * perUnit
}

/** SVG path through points, two decimals. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('')

/** Whole numbers from `first` to `last` in steps. */
export const stepsOf = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
