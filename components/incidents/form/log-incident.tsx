'use client'

import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { DiscardedNotice, NotKeptNotice, OtherDrafts, RestoredNotice } from '@/components/incidents/form/draft-notice'
import { ErrorSummary } from '@/components/incidents/form/error-summary'
import { focusField } from '@/components/incidents/form/focus-field'
import { FormBody } from '@/components/incidents/form/form-body'
import { incidentResolver } from '@/components/incidents/form/resolver'
import { SaveBar } from '@/components/incidents/form/save-bar'
import { type Saved, saveNew } from '@/components/incidents/form/save-new'
import { type SavedEntry, SavedNotice } from '@/components/incidents/form/saved-notice'
import { type DraftSession, useDraftSession } from '@/components/incidents/form/use-draft-session'
import { useKeptDraft } from '@/components/incidents/form/use-kept-draft'
import { useSave } from '@/components/incidents/form/use-save'
import { SkeletonRows } from '@/components/ui/skeleton'
import { createIncidentAction, editIncidentAction } from '@/lib/incidents/actions'
import type { Draft, DraftStore } from '@/lib/incidents/draft-store'
import {
  firstEmptyField,
  type LastEntry,
  lastEntryOf,
  nextValues,
  type Prefill,
  startValues,
} from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { IncidentRow, Preview } from '@/lib/incidents/views'

const commands = { create: createIncidentAction, edit: editIncidentAction }

const send = (incident: IncidentInput, { requestId, attempt }: Draft, submit: boolean) =>
  saveNew(commands, { incident, submit, requestId, attempt })

interface NewFormProps {
  store: DraftStore
  session: DraftSession
  dyadIds: string[]
  answered?: IncidentRow
  onSaved: (saved: Saved, effect: Preview | null, values: FormValues, next: boolean) => void
  onStartAfresh: (typed: Draft) => void
}

function NewForm({ store, session, dyadIds, answered, onSaved, onStartAfresh }: NewFormProps) {
  const element = useRef<HTMLFormElement>(null)
  const form = useForm<FormValues>({
    defaultValues: session.draft.values,
    resolver: incidentResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
  const kept = useKeptDraft(store, session, form)
  const saved = useCallback(
    (written: Saved, effect: Preview | null, values: FormValues, _input: IncidentInput, next: boolean) =>
      onSaved(written, effect, values, next),
    [onSaved],
  )
  const { save, busy, failure } = useSave({ form, element, kept, send, onSaved: saved })
  useLayoutEffect(() => focusField(element.current, firstEmptyField(form.getValues())), [form])
  const startAfresh = async () => {
    const typed = kept.current()
    await kept.forget()
    onStartAfresh(typed)
  }
  const notices = (
    <div className="space-y-2 pb-3 empty:hidden">
      {session.restored && <RestoredNotice at={session.draft.at} onStartAfresh={startAfresh} />}
      {kept.failed && <NotKeptNotice />}
      {failure && <ErrorSummary failure={failure} form={element} />}
    </div>
  )
  return (
    <FormBody
      form={form}
      element={element}
      busy={busy}
      dyadIds={dyadIds}
      answered={answered}
      onSave={(next) => save({ submit: true, next })}
      before={notices}
      after={
        <SaveBar
          busy={busy}
          submitLabel="Submit"
          onSaveDraft={() => save({ submit: false })}
          onSaveAndNext={() => save({ submit: true, next: true })}
        />
      }
    />
  )
}

interface LogIncidentProps {
  /** The account, whose drafts these are. */
  login: string
  /** `new`, with the address's query when it asks for something. */
  formKey: string
  prefill: Prefill
  dyadIds: string[]
  answered?: IncidentRow
}

/** Logs one incident after another. What is typed is kept in this browser until the server has acknowledged it. */
export function LogIncident({ login, formKey, prefill, dyadIds, answered }: LogIncidentProps) {
  const start = useCallback((last: LastEntry | undefined) => startValues(last, prefill), [prefill])
  const drafts = useDraftSession({ login, form: formKey, base: null, start, resumesAny: formKey === 'new' })
  const { store, session, begin } = drafts
  const [entry, setEntry] = useState<SavedEntry | null>(null)
  const onSaved = useCallback<NewFormProps['onSaved']>(
    (saved, effect, values, next) => {
      const last = lastEntryOf(values)
      setEntry({ saved, title: values.title.trim(), effect, corrects: false })
      const pristine = startValues(last, {})
      begin(next ? nextValues(values) : pristine, null, pristine)
      store.keepLastEntry(last).catch((error) => console.warn('The defaults for the next entry were not kept.', error))
    },
    [begin, store],
  )
  if (!session) return <SkeletonRows rows={10} label="Looking for what you typed before" />
  return (
    <div className="space-y-3">
      {entry && <SavedNotice entry={entry} />}
      {drafts.unavailable && <NotKeptNotice />}
      {drafts.discarded && <DiscardedNotice onUndo={drafts.undoDiscard} />}
      <OtherDrafts drafts={drafts.others} onTakeUp={drafts.takeUp} onDrop={drafts.drop} />
      <NewForm
        key={session.draft.id}
        store={store}
        session={session}
        dyadIds={dyadIds}
        answered={answered}
        onSaved={onSaved}
        onStartAfresh={drafts.startAfresh}
      />
    </div>
  )
}
