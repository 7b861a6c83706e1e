import type { Band } from '@/lib/core/scoring'

/** A band as a stripe behind a chart. */
export interface BandZone {
  name: string
  from: number
  to: number
}

/** Those of a method's bands that reach into a domain of scores, cut to it, from the lowest. */
export function bandZones(bands: readonly Band[], [low, high]: [number, number]): BandZone[] {
  return bands
    .filter(({ from, to }) => to > low && from < high)
    .map(({ name, from, to }) => ({ name, from: Math.max(from, low), to: Math.min(to, high) }))
}
