'use client'

import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { pairName } from '@/components/watch/condition-words'

interface DyadPickerProps {
  name: string
  label: string
  dyadIds: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  error?: string[]
}

/** Chooses several dyads: a choice joins the list below, from which each can be taken off again. */
export function DyadPicker({ name, label, dyadIds, chosen, onChange, error }: DyadPickerProps) {
  const options = dyadIds
    .filter((id) => !chosen.includes(id))
    .map((id) => ({ value: id, label: pairName(id), hint: id }))
  return (
    <div>
      <Field name={name} label={label} required error={error} hint="Choosing one puts it on the list.">
        {({ id, 'aria-describedby': described, 'aria-invalid': invalid }) => (
          <Combobox
            // Emptied after each choice.
            key={chosen.length}
            id={id}
            value={null}
            onChange={(dyadId) => dyadId && onChange([...chosen, dyadId])}
            options={options}
            placeholder="A country or a pair"
            aria-describedby={described}
            invalid={invalid}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-1.5" aria-label="Dyads on the list">
          {chosen.map((dyadId) => (
            <li
              key={dyadId}
              className="inline-flex min-h-7 items-center gap-1 rounded border border-line-strong bg-raised pl-2 text-xs"
            >
              {pairName(dyadId)}
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Take ${pairName(dyadId)} off the list`}
                onClick={() => onChange(chosen.filter((id) => id !== dyadId))}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
