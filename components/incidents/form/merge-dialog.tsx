'use client'

import { useState } from 'react'
import { laterWords } from '@/components/incidents/form/later-words'
import { MergeChoice } from '@/components/incidents/form/merge-choice'
import { partLabel } from '@/components/incidents/part-text'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { bothOf, compareVersions, type MergeChoices, type MergePart, mergeVersions } from '@/lib/incidents/merge'
import type { IncidentInput } from '@/lib/incidents/schema'
import { REVISION_VERBS } from '@/lib/incidents/verbs'
import type { ConflictDetail } from '@/lib/incidents/views'

interface MergeDialogProps {
  conflict: ConflictDetail
  mine: IncidentInput
  onClose: () => void
  /** Saves what the choices give, on top of their revision; `setsAside` where some of mine is not in it. */
  onMerge: (merged: IncidentInput, setsAside: boolean) => void
  /** Saves mine whole, on top of their revision. */
  onOverwrite: () => void
}

const names = (parts: MergePart[]) => parts.map(partLabel).join(', ')

/** Two people changed one incident: what each did side by side, to choose part by part. */
export function MergeDialog({ conflict, mine, onClose, onMerge, onOverwrite }: MergeDialogProps) {
  const { base, theirs } = conflict
  const { conflicts, taken, kept } = compareVersions(base, mine, theirs.input)
  const [choices, setChoices] = useState<Required<MergeChoices>>({ sides: {}, written: {} })
  const [agreed, setAgreed] = useState(false)
  const later = laterWords(theirs)
  const open = conflicts.filter((part) => choices.sides[part] === undefined)
  const barred = later !== null && (later.closed || (later.agree !== null && !agreed))
  const both = {
    ...mine,
    ...Object.assign({}, ...conflicts.map((part) => bothOf(part, base, mine, theirs.input))),
  }
  const merge = () => {
    const setsAside = conflicts.some((part) => choices.sides[part] === 'theirs')
    onMerge(mergeVersions(base, mine, theirs.input, choices), setsAside)
  }
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={`${theirs.by} ${REVISION_VERBS[theirs.action]} this incident while you were editing it`}
      description={`Theirs is revision ${theirs.revision}. Nothing of yours is lost: choose below, or close this and go on editing. What you give up for theirs is kept as a draft.`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            Back to the form
          </Button>
          <Button variant="danger" disabled={barred} onClick={onOverwrite}>
            Overwrite with mine
          </Button>
          <Button variant="primary" disabled={barred || open.length > 0} onClick={merge}>
            Save the merge
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {later && (
          <Callout tone={later.closed ? 'danger' : 'warning'} title={later.title}>
            <p>{later.consequence}</p>
            {later.agree && (
              <Checkbox
                label={later.agree}
                checked={agreed}
                onChange={(event) => setAgreed(event.target.checked)}
                className="mt-1 font-medium"
              />
            )}
          </Callout>
        )}
        {!later && theirs.reason && <p className="text-sm">Their reason: “{theirs.reason}”</p>}
        {conflicts.length === 0 && <p className="text-sm">Your changes and theirs do not touch each other.</p>}
        {conflicts.map((part) => (
          <MergeChoice
            key={part}
            part={part}
            base={base}
            mine={mine}
            theirs={theirs.input}
            both={{ ...both, ...choices.written }}
            by={theirs.by}
            chosen={choices.sides[part]}
            onChoose={(side) => setChoices((now) => ({ ...now, sides: { ...now.sides, [part]: side } }))}
            onWrite={(written, text) => setChoices((now) => ({ ...now, written: { ...now.written, [written]: text } }))}
          />
        ))}
        {(taken.length > 0 || kept.length > 0) && (
          <p className="text-xs text-muted">
            {taken.length > 0 && `Taken from ${theirs.by}: ${names(taken)}. `}
            {kept.length > 0 && `Kept from you: ${names(kept)}.`}
          </p>
        )}
        <p role="status" className="text-xs font-medium empty:hidden">
          {open.length > 0 && `Still to choose: ${names(open)}.`}
        </p>
      </div>
    </Dialog>
  )
}
