import { MIN_UNITS } from '@/lib/core/reliability/agreement'
import type { CodingMatrix } from '@/lib/core/reliability/codes'

/** How far one coder's numbers lie above (or, below 0, under) those of the others. */
export type Leaning = { kind: 'too-few'; units: number } | { kind: 'measured'; units: number; mean: number }

/**
 * For each coder the mean of their number less the mean of the others' in the same unit; too few below ten units that somebody
 * else coded too. O(units × coders²).
 */
export function leaningsOf(units: CodingMatrix<number>): Leaning[] {
  const coders = units[0]?.length ?? 0
  return Array.from({ length: coders }, (_, coder): Leaning => {
    const differences = units.flatMap((unit) => {
      const own = unit[coder]
      const others = unit.filter((code, place) => place !== coder && code !== null)
      if (own === null || others.length === 0) return []
      return [own - others.reduce<number>((sum, code) => sum + (code ?? 0), 0) / others.length]
    })
    if (differences.length < MIN_UNITS) return { kind: 'too-few', units: differences.length }
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length
    return { kind: 'measured', units: differences.length, mean }
  })
}
