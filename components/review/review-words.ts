import { formatPlural } from '@/lib/format'
import type { Proposal } from '@/lib/incidents/schema'
import { MOST_COUNTED } from '@/lib/review/views'

/** What a proposal is called, alone and with a number. */
export const PROPOSAL_WORDS: Readonly<Record<Proposal, { one: string; many: string }>> = {
  new: { one: 'New incident', many: 'New incidents' },
  correction: { one: 'Correction', many: 'Corrections' },
  retraction: { one: 'Retraction', many: 'Retractions' },
}

/** Why an approval is not offered. */
export const HINDRANCE_WORDS = {
  own: 'You wrote part of this, so somebody else must approve it. You can still send it back.',
  'not-waiting': 'This does not wait for review any more.',
} as const

/** `12 incidents`, or `500 incidents or more` where it was counted no further. */
export const atLeast = (count: number, noun: string): string =>
  `${formatPlural(count, noun)}${count === MOST_COUNTED ? ' or more' : ''}`

export const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was saved. Trying again is safe.'
