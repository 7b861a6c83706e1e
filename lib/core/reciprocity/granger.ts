import { upperTailOfF } from '@/lib/core/reciprocity/incomplete-beta'
import { sequentialFit } from '@/lib/core/reciprocity/least-squares'

/** The F test that one series' past tells something of another's present beyond the other's own past. */
export interface GrangerTest {
  f: number
  /** Chance of an F at least as large when it tells nothing, 0..1. */
  p: number
  /** Degrees of freedom: the order, and the rows less all coefficients. */
  df: [number, number]
}

/** Of the sum of squares: less is rounding, and the response follows from the past without rest. */
const NO_REST = 1e-20

const lagged = (series: readonly number[], lag: number, order: number) => series.slice(order - lag, series.length - lag)

/**
 * Granger's test of whether `x` helps to foretell `y` (Granger 1969; as lmtest::grangertest): the regression of y on its
 * own `order` last values and an intercept, against that with the `order` last values of x as well. Both have one value a
 * step, oldest first. Least squares by QR, see `sequentialFit`. Null when nothing can be tested: a constant series, one
 * whose past values depend on each other or on the other's, too few steps, or a y that follows without rest. O(n order²).
 * @throws RangeError when the lengths differ, a value is not finite or the order is no whole number from 1 up.
 */
export function granger(x: readonly number[], y: readonly number[], order = 3): GrangerTest | null {
  if (!Number.isInteger(order) || order < 1) throw new RangeError(`no order: ${order}`)
  if (x.length !== y.length) throw new RangeError(`${x.length} values against ${y.length}`)
  for (const value of [...x, ...y]) if (!Number.isFinite(value)) throw new RangeError(`${value} is not finite`)
  const freedom = y.length - order - (2 * order + 1)
  if (freedom < 1) return null
  const lags = Array.from({ length: order }, (_, index) => index + 1)
  const pastOf = (series: readonly number[]) => lags.map((lag) => lagged(series, lag, order))
  const fit = sequentialFit([...pastOf(y), ...pastOf(x)], y.slice(order))
  if (!fit || fit.rest < NO_REST) return null
  const explained = fit.parts.slice(order).reduce((sum, part) => sum + part, 0)
  const f = explained / order / (fit.rest / freedom)
  return { f, p: upperTailOfF(f, order, freedom), df: [order, freedom] }
}
