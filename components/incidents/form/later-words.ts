import type { LaterRevision } from '@/lib/incidents/views'

/** What saving does to what somebody did meanwhile, where that is more than a change of words. */
export interface LaterWords {
  /** What they did, and why. */
  title: string
  consequence: string
  /** What has to be agreed to before anything is saved; null where nothing of theirs is undone by it. */
  agree: string | null
  /** Nothing can be saved any more. */
  closed: boolean
}

const because = (reason: string): string => (reason ? `: “${reason}”` : '')

/** What a later revision means for somebody who is about to save; null where it only changed words. */
export function laterWords({ by, action, reason, status, retracts }: LaterRevision): LaterWords | null {
  if (status === 'retracted')
    return {
      title: `${by} retracted it${because(reason)}`,
      consequence: 'It can no longer be changed. What you typed stays in the form.',
      agree: null,
      closed: true,
    }
  if (retracts)
    return {
      title:
        action === 'returned'
          ? `${by} sent a proposal to retract it back${because(reason)}`
          : `${by} proposes to retract it${because(reason)}`,
      consequence: 'Saving puts your version in the place of that proposal, which stays in the history alone.',
      agree: 'Replace the proposal to retract it',
      closed: false,
    }
  if (action === 'returned')
    return {
      title: `${by} sent it back${because(reason)}`,
      consequence: 'Submitting your version puts it before a reviewer again.',
      agree: 'My version answers why it was sent back',
      closed: false,
    }
  if (action === 'withdrawn')
    return {
      title: `${by} withdrew what was proposed${because(reason)}`,
      consequence: 'Saving proposes your version anew.',
      agree: 'Propose it anew',
      closed: false,
    }
  if (action === 'approved')
    return {
      title: `${by} approved it${because(reason)}`,
      consequence: 'What you save is a correction of what counts now.',
      agree: null,
      closed: false,
    }
  return null
}
