'use client'

import { useState } from 'react'
import { partLabel, partText } from '@/components/incidents/part-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Dialog } from '@/components/ui/dialog'
import { compareVersions, type MergePart, mergeVersions } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { ConflictDetail } from '@/lib/incidents/views'

type Side = 'mine' | 'theirs'

interface MergeDialogProps {
  conflict: ConflictDetail
  mine: IncidentInput
  onClose: () => void
  /** Saves what the choices give, on top of their revision. */
  onMerge: (merged: IncidentInput) => void
  /** Saves mine whole, on top of their revision. */
  onOverwrite: () => void
}

interface ChoiceProps {
  part: MergePart
  side: Side
  title: string
  text: string
  chosen: boolean
  onChoose: () => void
}

function Choice({ part, side, title, text, chosen, onChoose }: ChoiceProps) {
  return (
    <label
      className={classes(
        'block min-w-0 cursor-pointer rounded border p-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus',
        chosen ? 'border-accent bg-raised' : 'border-line bg-sunken text-muted',
      )}
    >
      <span className="flex items-center gap-2 text-xs font-medium">
        <input
          type="radio"
          name={`merge-${part}`}
          value={side}
          checked={chosen}
          onChange={onChoose}
          className="size-4 accent-accent"
        />
        {title}
      </span>
      <span className="mt-1 block whitespace-pre-line">{text || 'nothing'}</span>
    </label>
  )
}

/** Two people changed one incident: what each wrote side by side, to choose part by part. */
export function MergeDialog({ conflict, mine, onClose, onMerge, onOverwrite }: MergeDialogProps) {
  const { base, theirs } = conflict
  const { conflicts, taken, kept } = compareVersions(base, mine, theirs.input)
  const [choices, setChoices] = useState<Partial<Record<MergePart, Side>>>({})
  const closed = theirs.status === 'retracted'
  const names = (parts: MergePart[]) => parts.map(partLabel).join(', ')
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={`${theirs.by} changed this incident while you were editing it`}
      description={`Theirs is revision ${theirs.revision}. Nothing of yours is lost: choose below, or close this and go on editing.`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            Back to the form
          </Button>
          <Button variant="danger" disabled={closed} onClick={onOverwrite}>
            Overwrite with mine
          </Button>
          <Button
            variant="primary"
            disabled={closed}
            onClick={() => onMerge(mergeVersions(base, mine, theirs.input, choices))}
          >
            Save the merge
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {closed && <p className="text-sm font-medium text-danger">They retracted it: it can no longer be changed.</p>}
        {conflicts.length === 0 && <p className="text-sm">Your changes and theirs do not touch each other.</p>}
        {conflicts.map((part) => (
          <fieldset key={part}>
            <legend className="text-sm font-semibold">{partLabel(part)}</legend>
            <p className="mb-1 text-xs whitespace-pre-line text-muted">Before: {partText(base, part) || 'nothing'}</p>
            <div className="grid gap-2 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <Choice
                  key={side}
                  part={part}
                  side={side}
                  title={side === 'mine' ? 'Mine' : `${theirs.by}’s`}
                  text={partText(side === 'mine' ? mine : theirs.input, part)}
                  chosen={(choices[part] ?? 'mine') === side}
                  onChoose={() => setChoices((now) => ({ ...now, [part]: side }))}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {(taken.length > 0 || kept.length > 0) && (
          <p className="text-xs text-muted">
            {taken.length > 0 && `Taken from ${theirs.by}: ${names(taken)}. `}
            {kept.length > 0 && `Kept from you: ${names(kept)}.`}
          </p>
        )}
      </div>
    </Dialog>
  )
}
