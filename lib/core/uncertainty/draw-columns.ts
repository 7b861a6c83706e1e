import { CATEGORIES, PERSISTENCES } from '@/lib/core/codebook/categories'
import { fnv1a32 } from '@/lib/core/hash/uniform'
import type { MethodParameters } from '@/lib/core/scoring/parameters'
import { type Term, termOf } from '@/lib/core/scoring/term'
import { verificationOf } from '@/lib/core/scoring/verification'
import type { UncertainIncident } from '@/lib/core/uncertainty/uncertain-incident'

const TOP_RUNG = 5
/** A category's places of one sign: the five rungs, with the first and the last once more beyond them. */
const RUNG_PLACES = TOP_RUNG + 2

/** Where the points of a rung of a category stand in a table of points; one rung lower and higher are its neighbours. */
export const placeOf = (category: number, rung: number): number =>
  (category * 2 + (rung < 0 ? 1 : 0)) * RUNG_PLACES + Math.abs(rung)

/** Length of a table of points. */
export const PLACES = CATEGORIES.length * 2 * RUNG_PLACES

/** The incidents that count as columns, with all that does not change from draw to draw (SCORING.md 2.7). */
export interface DrawColumns {
  length: number
  /** Hashes of the keys `id:inc`, `id:sev` and `id:date`. */
  includeKey: Uint32Array
  rungKey: Uint32Array
  dateKey: Uint32Array
  /** The incident is in a draw when its hash is not above this: u < v. */
  lastIncluded: Uint32Array
  /** Its rung is off by one when the hash is below this, u < p, and then lower when twice the hash is: u < p / 2. */
  offBelow: Uint32Array
  /** Place of the points of the rung as coded. */
  place: Uint8Array
  /** Index into `PERSISTENCES`. */
  persistence: Uint8Array
  /** The first day on which it may start, and how many there are: 1 when the date is exact. */
  earliestDay: Int32Array
  possibleDays: Int32Array
  /** Days from start to fade: they go along when the start moves. */
  hold: Int32Array
}

interface Counted {
  incident: UncertainIncident
  term: Term
}

const isInexact = ({ incident }: Counted) => incident.latestDay > incident.earliestDay

/** Incidents that are worked out alike stand together, so that the processor guesses right what comes next. */
const kindOf = (of: Counted) => (isInexact(of) ? 2 : of.term.fadeDay > of.term.startDay ? 1 : 0)

function emptyDrawColumns(length: number): DrawColumns {
  return {
    length,
    includeKey: new Uint32Array(length),
    rungKey: new Uint32Array(length),
    dateKey: new Uint32Array(length),
    lastIncluded: new Uint32Array(length),
    offBelow: new Uint32Array(length),
    place: new Uint8Array(length),
    persistence: new Uint8Array(length),
    earliestDay: new Int32Array(length),
    possibleDays: new Int32Array(length),
    hold: new Int32Array(length),
  }
}

/** How many 32-bit hashes h give a u = h / 2^32 below a probability: u < p just when h < this. */
const hashesBelow = (probability: number) => Math.ceil(probability * 2 ** 32)

function fillRow(columns: DrawColumns, row: number, { incident, term }: Counted, params: MethodParameters): void {
  const { id, earliestDay, latestDay } = incident
  columns.includeKey[row] = fnv1a32(`${id}:inc`)
  columns.rungKey[row] = fnv1a32(`${id}:sev`)
  columns.dateKey[row] = fnv1a32(`${id}:date`)
  columns.lastIncluded[row] = hashesBelow(verificationOf(incident.reliability, incident.credibility, params)) - 1
  columns.offBelow[row] = hashesBelow(params.rungError[incident.confidence])
  columns.place[row] = placeOf(term.category, incident.rung)
  columns.persistence[row] = PERSISTENCES.indexOf(incident.persistence)
  columns.earliestDay[row] = latestDay > earliestDay ? earliestDay : term.startDay
  columns.possibleDays[row] = Math.max(latestDay - earliestDay, 0) + 1
  columns.hold[row] = term.fadeDay - term.startDay
}

/**
 * The columns of a dyad's incidents; those that do not count, and those that are in no draw because v is 0, are left out.
 * @throws RangeError when an incident belongs to another dyad.
 */
export function drawColumnsOf(
  incidents: readonly UncertainIncident[],
  dyadId: string,
  params: MethodParameters,
): DrawColumns {
  const counted = incidents.flatMap((incident): Counted[] => {
    const term = termOf(incident, dyadId, params)
    return term && term.points !== 0 ? [{ incident, term }] : []
  })
  counted.sort((a, b) => kindOf(a) - kindOf(b))
  const columns = emptyDrawColumns(counted.length)
  for (const [row, of] of counted.entries()) fillRow(columns, row, of, params)
  return columns
}
