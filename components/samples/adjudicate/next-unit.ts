import type { SampleUnit } from '@/lib/samples/views'

type Listed = Pick<SampleUnit, 'ordinal' | 'resolved'>

/** The unit before or after one in the list; none at the ends. */
export function neighbourOf(units: readonly Listed[], ordinal: number, step: 1 | -1): number | undefined {
  return units[units.findIndex((unit) => unit.ordinal === ordinal) + step]?.ordinal
}

/** The next unit after one that is still to be resolved, from the start again after the last; none when all others are. */
export function nextToResolve(units: readonly Listed[], ordinal: number): number | undefined {
  const open = units.filter((unit) => unit.resolved === null && unit.ordinal !== ordinal)
  return (open.find((unit) => unit.ordinal > ordinal) ?? open[0])?.ordinal
}
