import { displayOf } from '@/lib/core/scoring'

/** What the headline of the desk's week is written from. Scores unrounded. */
export interface DeskHeadlineFacts {
  weekId: string
  inProgress: boolean
  up: number
  down: number
  still: number
  /** The dyad that moved most; null where none has a week before to be compared with. */
  most: { name: string; close: number; change: number; band: string; record: boolean } | null
}

const size = (value: number) => displayOf(Math.abs(value)).toFixed(1)
const score = (value: number) => `${displayOf(value) < 0 ? '−' : ''}${size(value)}`

/** Two sentences on the week of the whole desk, by rules: how many moved which way, and which moved most. */
export function deskHeadline({ weekId, inProgress, up, down, still, most }: DeskHeadlineFacts): string {
  const checked = up + down + still
  if (checked === 0) return `No dyad was checked in ${weekId}.`
  const soFar = inProgress ? ' so far' : ''
  const counts = [up > 0 && `${up} rose`, down > 0 && `${down} fell`, still > 0 && `${still} stood still`].filter(
    (part) => part !== false,
  )
  const listed = counts.length === 3 ? `${counts[0]}, ${counts[1]} and ${counts[2]}` : counts.join(' and ')
  const first =
    checked === 1
      ? `One dyad was checked in ${weekId}${soFar}.`
      : `Of the ${checked} dyads checked in ${weekId}, ${listed}${soFar}.`
  if (!most || displayOf(most.change) === 0) return first
  const verb = most.change > 0 ? 'rose' : 'fell'
  const record = most.record && most.change > 0 && !inProgress ? ', its highest weekly close on record' : ''
  const mover = checked === 1 ? most.name : `${most.name} moved most: it`
  return `${first} ${mover} ${verb} ${size(most.change)} to ${score(most.close)} (${most.band})${record}.`
}
