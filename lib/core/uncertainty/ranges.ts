/** Lower and upper end of a range. */
export type Range = readonly [low: number, high: number]

/**
 * How far the parameters are varied, as factors of the method's own values. With the defaults these are the ranges of
 * SCORING.md 2.2: b 1.75–2.25, A 1.5–2.5, kappa 0.25–0.75, weights ±25 %, half-lives halved to doubled, hold cap 30–180
 * days. As factors they stay around the method in force when it is not the default one.
 */
export const FACTOR_RANGES = {
  base: [0.875, 1.125],
  anchor: [0.75, 1.25],
  relief: [0.5, 1.5],
  weight: [0.75, 1.25],
  halfLife: [0.5, 2],
  holdCap: [1 / 3, 2],
} as const satisfies Record<string, Range>
