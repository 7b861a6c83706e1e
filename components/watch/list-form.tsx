'use client'

import { useRouter } from 'next/navigation'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { listPath } from '@/components/watch/condition-words'
import { ConflictNote } from '@/components/watch/conflict-note'
import { DyadPicker } from '@/components/watch/dyad-picker'
import { fieldsOf, LIST_PARTS } from '@/components/watch/list-fields'
import { SaveRow } from '@/components/watch/save-row'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { changeWatchlistAction, createWatchlistAction } from '@/lib/watch/actions'
import type { ListRow, ListStands } from '@/lib/watch/views'

export const SCOPE_CHOICES = [
  { value: 'own', label: 'My own', title: 'nobody else sees it' },
  { value: 'team', label: 'The team’s', title: 'everybody sees it, reviewers change it' },
]

interface ListFormProps {
  /** The list to change; a new one where none is given. */
  list?: ListRow
  dyadIds: readonly string[]
  mayTeam: boolean
}

/** Makes or changes a watchlist. What is typed stays when the save is refused. */
export function ListForm({ list, dyadIds, mayTeam }: ListFormProps) {
  const router = useRouter()
  const start = fieldsOf(list)
  const form = useKeptForm({
    stored: list,
    start,
    parts: LIST_PARTS,
    fieldsOf: ({ name, note, members }: ListStands) => {
      return { ...start, name, note, dyadIds: members.map(({ dyadId }) => dyadId) }
    },
  })
  const { fields, set, errors, pending, saved, onSubmit } = form
  const { scope, ...content } = fields
  const submit = onSubmit(
    ({ requestId, baseRevision }) => {
      if (!list) return createWatchlistAction({ scope, requestId, ...content })
      return changeWatchlistAction({ id: list.id, baseRevision, ...content })
    },
    ({ id }) => router.push(listPath(id)),
  )
  return (
    <form onSubmit={submit} className="max-w-2xl space-y-4">
      <ConflictNote form={form} pathOf={listPath} />
      {!list && mayTeam && (
        <RadioRow
          name="scope"
          legend="Whose"
          options={SCOPE_CHOICES}
          value={scope}
          onValueChange={(value) => set({ scope: value })}
          error={errors?.scope}
        />
      )}
      <Field name="name" label="Name" required error={errors?.name}>
        {(control) => (
          <TextInput {...control} value={fields.name} onChange={({ target }) => set({ name: target.value })} />
        )}
      </Field>
      <DyadPicker
        name="dyads"
        label="Dyads"
        dyadIds={dyadIds}
        chosen={fields.dyadIds}
        onChange={(dyadIds) => set({ dyadIds })}
        error={errors?.dyadIds}
      />
      <Field name="note" label="Note" error={errors?.note}>
        {(control) => (
          <Textarea {...control} rows={2} value={fields.note} onChange={({ target }) => set({ note: target.value })} />
        )}
      </Field>
      <SaveRow label={list ? 'Save the list' : 'Make the list'} pending={pending} saved={saved} />
    </form>
  )
}
