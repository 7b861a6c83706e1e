import type { Proposal } from '@/lib/incidents/schema'

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

export const UNREACHABLE = 'The server could not be reached, so it is not known whether this was saved. Look again.'
