import type { MethodParameters } from '@/lib/core/scoring'
import { numberAt, PARAMETER_FIELDS } from './parameter-fields'

/** A number in which two sets of parameters differ. */
export interface ParameterChange {
  path: string
  name: string
  symbol: string
  before: number
  after: number
}

/** Every number in which `after` differs from `before`, in the order of the form. What the two are called does not count. */
export function changesBetween(before: MethodParameters, after: MethodParameters): ParameterChange[] {
  return PARAMETER_FIELDS.map(({ path, name, symbol }) => ({
    path,
    name,
    symbol,
    before: numberAt(before, path),
    after: numberAt(after, path),
  })).filter((change) => change.before !== change.after)
}

/** The same as plain data for the team's log: each path with what stood there and what stands there now. */
export function loggedChanges(changes: readonly ParameterChange[]): Record<string, { before: number; after: number }> {
  return Object.fromEntries(changes.map(({ path, before, after }) => [path, { before, after }]))
}
