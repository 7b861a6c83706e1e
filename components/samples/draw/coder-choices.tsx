'use client'

import { useState } from 'react'
import { ROLE_WORDS } from '@/components/accounts/role-words'
import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'
import { MOST_CODERS } from '@/lib/samples/schema'
import type { CoderChoice } from '@/lib/samples/views'

/** Above this many people a field narrows the list. */
const MANY = 12

interface CoderChoicesProps {
  coders: CoderChoice[]
  chosen: string[]
  onChange: (chosen: string[]) => void
  error?: readonly string[]
}

/** Who is asked to code: two to six of those who may. */
export function CoderChoices({ coders, chosen, onChange, error }: CoderChoicesProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = coders.filter(({ id, name }) => chosen.includes(id) || name.toLowerCase().includes(wanted))
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <fieldset aria-describedby={error ? 'coders-error' : undefined}>
      <legend className="mb-1 text-xs font-medium text-muted">
        Coders<span aria-hidden="true"> *</span>{' '}
        <span className="font-normal">
          two to {MOST_CODERS}, blind to each other{chosen.length > 0 && `; ${chosen.length} chosen`}
        </span>
      </legend>
      {coders.length > MANY && (
        <TextInput
          type="search"
          aria-label="Narrow the list of coders"
          placeholder="Name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-2 sm:max-w-64"
        />
      )}
      <div className="grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {shown.map(({ id, name, role }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            disabled={!chosen.includes(id) && chosen.length >= MOST_CODERS}
            onChange={(event) => toggle(id, event.target.checked)}
            label={
              <>
                {name} <span className="text-xs text-muted">{ROLE_WORDS[role].title.toLowerCase()}</span>
              </>
            }
          />
        ))}
      </div>
      {error && (
        <p id="coders-error" className="mt-1 text-xs font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {error.join(' ')}
        </p>
      )}
    </fieldset>
  )
}
