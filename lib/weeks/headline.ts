import { type Band, displayOf } from '@/lib/core/scoring'

/** What the headline of a week is written from. Scores unrounded. */
export interface HeadlineFacts {
  /** `Azerbaijan–Russia`. */
  name: string
  weekId: string
  covered: boolean
  inProgress: boolean
  close: number
  band: Band
  /** Close and band of the week before; null in the first week of the record. */
  before: { close: number; band: Band } | null
  /** `since` null: the highest on record. */
  record: { since: string | null } | null
  /** Titles of the new incidents that moved the score the way it went, strongest first. */
  drivers: readonly string[]
  newIncidents: number
  /** The last covered week, where this one was not checked. */
  lastCovered: { weekId: string; close: number; band: string } | null
}

const size = (value: number) => displayOf(Math.abs(value)).toFixed(1)
const score = (value: number) => `${displayOf(value) < 0 ? '−' : ''}${size(value)}`

/** `A`, `A and B`, `A, B and C`; each in quotation marks. */
function listed(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`
}

function bandWords({ band, before }: HeadlineFacts): string {
  if (!before || before.band.level === band.level) return `and stays ${band.name}`
  return before.band.level < band.level
    ? `from ${before.band.name} up to ${band.name}`
    : `from ${before.band.name} down to ${band.name}`
}

/** What moved it, told only where it went the way that the score did. */
function causeWords(change: number, { drivers, newIncidents, inProgress }: HeadlineFacts): string {
  const so = inProgress ? ' so far' : ''
  if (newIncidents === 0) {
    const nothing = `There was no new incident${so}`
    return change < 0 ? `${nothing}: it fell by fading alone.` : `${nothing}.`
  }
  if (change === 0 || drivers.length === 0) {
    const incidents = newIncidents === 1 ? 'one new incident' : `${newIncidents} new incidents`
    if (change < 0) return `Older incidents faded by more than ${incidents} added.`
    return change === 0 ? `What ${incidents} added and what faded came to the same.` : `${incidents} came in.`
  }
  return `It was ${change > 0 ? 'raised' : 'lowered'} most by ${listed(drivers)}.`
}

/**
 * A week in two or three sentences, written by rules from its figures. Up and down follow the displayed change, so that it never
 * says rise where the figures shown fell or stood still; nothing is said of a change where nobody looked.
 */
export function weekHeadline(facts: HeadlineFacts): string {
  const { name, weekId, covered, inProgress, close, band, before, record, lastCovered } = facts
  if (!covered) {
    const last = lastCovered
      ? ` The last checked figure is ${score(lastCovered.close)} (${lastCovered.band}), of ${lastCovered.weekId}.`
      : ''
    return `Nobody checked ${name} in ${weekId}.${last}`
  }
  const level = score(close)
  if (!before) return `${name} stands at ${level} (${band.name}) in ${weekId}, the first week of its record.`
  const change = displayOf(close - before.close)
  const week = inProgress ? `so far in ${weekId}` : `in ${weekId}`
  const verb = change > 0 ? `rose ${size(change)} to ${level}` : `fell ${size(change)} to ${level}`
  const moved = change === 0 ? `stood still at ${level}` : verb
  const told = record && change > 0 && !inProgress
  const since = record?.since
    ? `, its highest weekly close since ${record.since}`
    : ', its highest weekly close on record'
  const first = `${name} ${moved} ${week}, ${bandWords(facts)}${told ? since : ''}.`
  return `${first} ${causeWords(change, facts)}`
}
