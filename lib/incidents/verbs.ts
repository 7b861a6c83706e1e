import type { RevisionAction } from './views'

/** What somebody did by a revision, between their name and the incident: `Ada sent back RA-010`. */
export const REVISION_VERBS: Readonly<Record<RevisionAction, string>> = {
  created: 'logged',
  edited: 'changed',
  submitted: 'submitted',
  imported: 'loaded',
  approved: 'approved',
  returned: 'sent back',
  'retraction-proposed': 'proposed to retract',
  retracted: 'retracted',
  withdrawn: 'withdrew what was proposed for',
  restored: 'restored',
  reopened: 'took back the approval of',
  adjudicated: 'resolved after double coding',
}
