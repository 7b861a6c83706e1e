import type { RevisionAction } from '@/lib/incidents/views'

/** What a revision did, as the start of a line: `Approved by …`. */
export const ACTION_WORDS: Readonly<Record<RevisionAction, string>> = {
  created: 'Logged',
  edited: 'Changed',
  submitted: 'Submitted',
  imported: 'Loaded from the case file',
  approved: 'Approved',
  returned: 'Sent back',
  'retraction-proposed': 'Proposed to retract',
  retracted: 'Retracted',
  withdrawn: 'Proposal withdrawn',
  restored: 'Restored',
  reopened: 'Approval taken back',
  adjudicated: 'Resolved after double coding',
}
