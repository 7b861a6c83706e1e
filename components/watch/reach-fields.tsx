'use client'

import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { Select } from '@/components/ui/select'
import { pairName } from '@/components/watch/condition-words'
import type { RuleFields } from '@/components/watch/rule-fields'
import type { FieldErrors } from '@/lib/errors'
import type { ListRow } from '@/lib/watch/views'

const REACHES = [
  { value: 'dyad', label: 'One dyad' },
  { value: 'list', label: 'A watchlist' },
  { value: 'all', label: 'All dyads' },
] as const

interface ReachFieldsProps {
  fields: RuleFields
  set: (changed: Partial<RuleFields>) => void
  errors?: FieldErrors
  dyadIds: readonly string[]
  lists: readonly ListRow[]
}

/** Where the rule looks. */
export function ReachFields({ fields, set, errors, dyadIds, lists }: ReachFieldsProps) {
  const usable = lists.filter(
    ({ id, archived, scope }) => id === fields.listId || (!archived && (fields.scope === 'own' || scope === 'team')),
  )
  const wrong = errors?.where ?? []
  return (
    <div className="space-y-3">
      <RadioRow
        name="reach"
        legend="In"
        options={REACHES}
        value={fields.reach}
        onValueChange={(value) => set({ reach: REACHES.find((reach) => reach.value === value)?.value ?? 'dyad' })}
      />
      {fields.reach === 'dyad' && (
        <Field name="dyad" label="Dyad" required error={[...wrong, ...(errors?.['where.dyadId'] ?? [])]}>
          {({ id, 'aria-describedby': described, 'aria-invalid': invalid }) => (
            <Combobox
              id={id}
              value={fields.dyadId}
              onChange={(dyadId) => set({ dyadId })}
              options={dyadIds.map((dyadId) => ({ value: dyadId, label: pairName(dyadId), hint: dyadId }))}
              placeholder="A country or a pair"
              aria-describedby={described}
              invalid={invalid}
            />
          )}
        </Field>
      )}
      {fields.reach === 'list' && (
        <Field
          name="list"
          label="Watchlist"
          required
          error={[...wrong, ...(errors?.['where.listId'] ?? [])]}
          hint={usable.length === 0 ? 'There is no list yet that this rule could look through.' : undefined}
        >
          {(control) => (
            <Select
              {...control}
              options={[
                { value: '', label: 'Choose a list' },
                ...usable.map(({ id, name, dyadIds: on }) => ({ value: id, label: `${name} (${on.length})` })),
              ]}
              value={fields.listId}
              onChange={(event) => set({ listId: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
