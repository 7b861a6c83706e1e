'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { MadeBefore } from '@/components/watch/made-before'
import type { TheirChanges, TheirPart } from '@/components/watch/use-kept-form'
import type { Failure } from '@/components/watch/use-settled'

interface ConflictNoteProps {
  form: {
    failure: Failure | null
    conflict: TheirChanges | null
    merged: TheirChanges | null
    take: () => void
  }
  /** Where an entry is, by its id; left out where there is but one. */
  pathOf?: (id: string) => string
}

/** Parts of the form; of those that both changed, it is said that the words are theirs. */
function Parts({ of, title, both }: { of: readonly TheirPart[]; title: string; both?: boolean }) {
  if (of.length === 0) return null
  return (
    <div className="mt-1">
      <p>{title}</p>
      <ul className="list-disc pl-5">
        {of.map(({ label, theirs }) => (
          <li key={label} className="break-words">
            {both ? `${label}, theirs: ` : `${label}: `}
            {theirs}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Why a save was refused; in a conflict, what somebody else made of it, and the way to go on from there with what is typed. */
export function ConflictNote({ form: { failure, conflict, merged, take }, pathOf }: ConflictNoteProps) {
  if (failure)
    return (
      <Callout tone="danger" role="alert" title={failure.message}>
        {pathOf && <MadeBefore failure={failure} pathOf={pathOf} />}
        {conflict && (
          <>
            <p>What you typed is still here.</p>
            <Parts of={conflict.clashes} title="You both changed:" both />
            <Parts of={conflict.taken} title="Only they changed:" />
            <Button size="sm" className="mt-2" onClick={take}>
              {conflict.taken.length > 0 ? 'Keep mine, and take the rest from theirs' : 'Keep mine'}
            </Button>
          </>
        )}
      </Callout>
    )
  if (!merged) return null
  return (
    <Callout role="status" title="Theirs is in the form now. Nothing is saved yet.">
      <Parts of={merged.clashes} title="Saving puts yours in place of theirs:" both />
      <Parts of={merged.taken} title="Taken from theirs:" />
    </Callout>
  )
}
