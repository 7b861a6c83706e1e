'use client'

import { schedulePath, templatePath } from '@/components/briefings/briefing-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { listPath, rulePath } from '@/components/watch/condition-words'
import { MadeBefore } from '@/components/watch/made-before'
import type { Failure } from '@/components/watch/use-settled'

const PATHS = { list: listPath, rule: rulePath, schedule: schedulePath, template: templatePath }

interface ConflictNoteProps {
  failure: Failure | null
  what: keyof typeof PATHS
  /** Goes on from the revision that somebody else wrote, with what is typed here. */
  onTake: (revision: number) => void
}

/** What somebody else wrote meanwhile, as far as it can be told apart in a line. */
interface Theirs {
  revision: number
  state: { name: string; members?: { dyadId: string }[] }
}

function theirsOf(failure: Failure): Theirs | null {
  const { code, detail } = failure
  return code === 'CONFLICT' && typeof detail === 'object' && detail !== null && 'state' in detail
    ? (detail as Theirs)
    : null
}

/** Why a save was refused; in a conflict, what stands there now, and the choice to save over it. */
export function ConflictNote({ failure, what, onTake }: ConflictNoteProps) {
  if (!failure) return null
  const theirs = theirsOf(failure)
  return (
    <Callout tone="danger" role="alert" title={failure.message}>
      <MadeBefore failure={failure} pathOf={PATHS[what]} />
      {theirs && (
        <>
          <p>
            It is now called “{theirs.state.name}”
            {theirs.state.members && ` and holds ${theirs.state.members.map(({ dyadId }) => dyadId).join(', ')}`}. What
            you typed is still here.
          </p>
          <Button size="sm" className="mt-2" onClick={() => onTake(theirs.revision)}>
            Keep mine: save over that {what} next time
          </Button>
        </>
      )}
    </Callout>
  )
}
