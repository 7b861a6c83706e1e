import { BANDS } from '@/lib/core/scoring'

/** A band as a stripe behind a chart. */
export interface BandZone {
  name: string
  from: number
  to: number
}

/** The bands that reach into a domain of scores, cut to it, from the lowest. */
export function bandZones([low, high]: [number, number]): BandZone[] {
  return BANDS.filter(({ from, to }) => to > low && from < high).map(({ name, from, to }) => ({
    name,
    from: Math.max(from, low),
    to: Math.min(to, high),
  }))
}
