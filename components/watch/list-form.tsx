'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { listPath } from '@/components/watch/condition-words'
import { ConflictNote } from '@/components/watch/conflict-note'
import { DyadPicker } from '@/components/watch/dyad-picker'
import { useSettled } from '@/components/watch/use-settled'
import { newId } from '@/lib/incidents/draft-store'
import { changeWatchlistAction, createWatchlistAction } from '@/lib/watch/actions'
import type { ListRow } from '@/lib/watch/views'

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
  const [scope, setScope] = useState<string>('own')
  const [name, setName] = useState(list?.name ?? '')
  const [note, setNote] = useState(list?.note ?? '')
  const [chosen, setChosen] = useState<string[]>(list?.dyadIds ?? [])
  const [requestId] = useState(newId)
  const [baseRevision, setBase] = useState(list?.revision ?? 0)
  const [saved, setSaved] = useState(false)
  const { failure, pending, run } = useSettled()
  const errors = failure?.fieldErrors
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSaved(false)
    const content = { name, note, dyadIds: chosen }
    if (list)
      run(
        () => changeWatchlistAction({ id: list.id, baseRevision, ...content }),
        ({ revision }) => {
          setBase(revision)
          setSaved(true)
        },
      )
    else
      run(
        () => createWatchlistAction({ scope, requestId, ...content }),
        ({ id }) => router.push(listPath(id)),
      )
  }
  return (
    <form onSubmit={submit} className="max-w-2xl space-y-4">
      <ConflictNote failure={failure} what="list" onTake={setBase} />
      {!list && mayTeam && (
        <RadioRow
          name="scope"
          legend="Whose"
          options={SCOPE_CHOICES}
          value={scope}
          onValueChange={setScope}
          error={errors?.scope}
        />
      )}
      <Field name="name" label="Name" required error={errors?.name}>
        {(control) => <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <DyadPicker
        name="dyads"
        label="Dyads"
        dyadIds={dyadIds}
        chosen={chosen}
        onChange={setChosen}
        error={errors?.dyadIds}
      />
      <Field name="note" label="Note" error={errors?.note}>
        {(control) => <Textarea {...control} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending}>
          {pending ? 'Saving…' : list ? 'Save the list' : 'Make the list'}
        </Button>
        <span role="status" className="text-sm text-muted">
          {saved && !failure && 'Saved.'}
        </span>
      </div>
    </form>
  )
}
