import type { Term } from '@/lib/core/scoring'
import { termOfRow } from '@/lib/dyads/series-rebuild'
import { columnsOf } from '@/lib/incidents/columns'
import type { StoredIncidentRow } from '@/lib/incidents/record'
import type { IncidentState } from '@/lib/incidents/state'
import type { Method } from '@/lib/method/store'
import type { Link } from './chain'
import { columnFaults, type Fault } from './fault'
import { headColumnsOf } from './head-columns'

/**
 * The state that an incident's row should show: the one in force, or the latest where none is. Its status is then that of the
 * latest revision.
 */
export function shownBy(links: readonly Link[]): IncidentState {
  const { revision: last, state: head } = links[links.length - 1]
  return last.inForce === null ? head : links[last.inForce - 1].state
}

type Key = Pick<StoredIncidentRow, 'dyadId' | 'id'>

/** The columns of a row that follow from the shown state under a method. */
function shownColumnsOf({ dyadId, id }: Key, shown: IncidentState, { parameters }: Method) {
  const columns = columnsOf(shown, parameters)
  const points = termOfRow({ ...columns, dyadId, id }, parameters)?.points ?? 0
  return { ...columns, points, selfApproved: shown.selfApproved ?? false }
}

/**
 * Compares an incident's row with its chain. What depends on the method (its points, the best of its sources) may be by any of
 * `methods`: the one of the dyad's series, first, and those published since, by which single rows are written until the
 * series is made anew.
 */
export function rowFaults(
  place: string,
  row: StoredIncidentRow,
  links: readonly Link[],
  methods: readonly Method[],
  legacyUntil: Date | null,
): Fault[] {
  const head = headColumnsOf(links, legacyUntil)
  const shown = shownBy(links)
  let faults: Fault[] = []
  for (const method of methods) {
    const found = [...columnFaults(place, row, { ...head, ...shownColumnsOf(row, shown, method) })]
    if (found.length === 0) return []
    if (faults.length === 0) faults = found
  }
  return faults
}

/** The term that a chain adds to the score under a method, or null. */
export const termOfChain = ({ dyadId, id }: Key, links: readonly Link[], { parameters }: Method): Term | null =>
  termOfRow({ ...columnsOf(shownBy(links), parameters), dyadId, id }, parameters)

/** Terms by start and id, as the series takes them. */
export const sortedTermsOf = (terms: readonly Term[]): Term[] =>
  terms.toSorted((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
