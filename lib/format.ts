import { displayOf } from '@/lib/core/scoring'

const MINUS = '\u2212'

const oneDecimal = (size: number) => Math.abs(size).toFixed(1)

/** A score as it is displayed: one decimal, halves away from zero, a true minus. `−4.9`, `80.9`. */
export function formatScore(score: number): string {
  const value = displayOf(score)
  return `${value < 0 ? MINUS : ''}${oneDecimal(value)}`
}

/** Both ends of an interval of scores: `74.4 – 86.0`. */
export const formatSpan = ({ low, high }: { low: number; high: number }): string =>
  `${formatScore(low)} – ${formatScore(high)}`

/** A change or a contribution with its sign: `+12.8`, `−2.1`, `0.0`. */
export function formatSigned(value: number): string {
  const shown = displayOf(value)
  if (shown === 0) return '0.0'
  return `${shown < 0 ? MINUS : '+'}${oneDecimal(shown)}`
}

/** Points with up to `digits` decimals, trailing zeros dropped: `16`, `7.5`, `0.25`, `−4`. */
export function formatPoints(points: number, digits = 2): string {
  const text = String(Number(Math.abs(points).toFixed(digits)))
  return points < 0 && text !== '0' ? `${MINUS}${text}` : text
}

/** A share 0..1 in per cent with a narrow no-break space: `67 %`. */
export function formatPercent(share: number, digits = 0): string {
  const text = Math.abs(share * 100).toFixed(digits)
  return `${share < 0 && Number(text) !== 0 ? MINUS : ''}${text}\u202f%`
}

/** A whole number with thin spaces between thousands: `1 000 000`. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')

/** `1 incident`, `2 incidents`. */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** A rung with its sign: `+4`, `−2`. */
export const formatRung = (rung: number): string => `${rung < 0 ? MINUS : '+'}${Math.abs(rung)}`
