import type { Estimate } from '@/lib/core/reliability'
import { formatCount, formatPercent, formatPlural } from '@/lib/format'
import type { Figure } from '@/lib/samples/report-views'

const MINUS = '\u2212'

/** A coefficient with three decimals and a true minus: `0.871`, `−0.050`. */
export function coefficient(value: number): string {
  const text = Math.abs(value).toFixed(3)
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text
}

/** The 95 % interval of a coefficient: `0.700 to 0.950`. */
export const interval = ({ low, high }: Estimate): string => `${coefficient(low)} to ${coefficient(high)}`

/** Which draws an interval rests on, where some gave no value: `636 of 1,000 draws`. '' where all did. */
export function drawsWords({ draws, leftOut }: Estimate): string {
  return leftOut === 0 ? '' : `${formatCount(draws)} of ${formatPlural(draws + leftOut, 'draw')}`
}

/** A mean difference in rungs with its sign: `+0.25`, `−0.10`, `0.00`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  if (Number(text) === 0) return text
  return `${value < 0 ? MINUS : '+'}${text}`
}

/** The same of a share. */
export const percentInterval = ({ low, high }: Estimate): string => `${formatPercent(low)} to ${formatPercent(high)}`

/** What is said in place of a figure that cannot be told. */
export const missingWords = (figure: Exclude<Figure, { kind: 'measured' }>): string =>
  figure.kind === 'too-few'
    ? `too few (${formatPlural(figure.units, 'unit')})`
    : `no variation (${formatPlural(figure.units, 'unit')})`
