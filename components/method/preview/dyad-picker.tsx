'use client'

import { dyadName } from '@/components/dyads/dyad-words'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { codesOf } from '@/lib/core/dyad'
import type { PreviewChoice } from '@/lib/method/views'

/** Dyads that are previewed unless others are chosen. */
export const MOST_AT_FIRST = 20

/** `Azerbaijan – Russia` from `AZE-RUS`. */
export function nameOfDyad(dyadId: string): string {
  const [first, second] = codesOf(dyadId)
  return dyadName({ first, second })
}

interface DyadPickerProps {
  choices: readonly PreviewChoice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Chooses the dyads of a preview: those of the highest tension at first, others by name. */
export function DyadPicker({ choices, chosen, onChange }: DyadPickerProps) {
  const others = choices.filter(({ dyadId }) => !chosen.includes(dyadId))
  const atFirst = choices.slice(0, MOST_AT_FIRST).map(({ dyadId }) => dyadId)
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Dyads of the preview" className="flex flex-wrap gap-1.5">
        {chosen.map((dyadId) => (
          <li key={dyadId} className="inline-flex items-center rounded border border-line-strong text-xs">
            <span className="pl-2">{nameOfDyad(dyadId)}</span>
            <button
              type="button"
              className="flex size-7 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink"
              aria-label={`Leave out ${nameOfDyad(dyadId)}`}
              onClick={() => onChange(chosen.filter((other) => other !== dyadId))}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-2">
        {others.length > 0 && (
          <div className="w-72 max-w-full">
            <label htmlFor="preview-add" className="mb-1 block text-xs font-medium text-muted">
              Add a dyad
            </label>
            <Combobox
              id="preview-add"
              value={null}
              placeholder="Country or code"
              options={others.map(({ dyadId }) => ({ value: dyadId, label: nameOfDyad(dyadId), hint: dyadId }))}
              onChange={(dyadId) => dyadId !== null && onChange([...chosen, dyadId])}
            />
          </div>
        )}
        {chosen.length > 0 && (
          <Button variant="quiet" onClick={() => onChange([])}>
            Leave out all
          </Button>
        )}
        {atFirst.join() !== chosen.join() && (
          <Button variant="quiet" onClick={() => onChange(atFirst)}>
            {choices.length > MOST_AT_FIRST ? `The ${MOST_AT_FIRST} of highest tension` : 'All dyads'}
          </Button>
        )}
      </div>
    </div>
  )
}
