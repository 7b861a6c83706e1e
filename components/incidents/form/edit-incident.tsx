'use client'

import { useCallback, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { DiscardedNotice, NotKeptNotice, OtherDrafts, RestoredNotice } from '@/components/incidents/form/draft-notice'
import { ErrorSummary } from '@/components/incidents/form/error-summary'
import { FormBody } from '@/components/incidents/form/form-body'
import { MergeDialog } from '@/components/incidents/form/merge-dialog'
import { PendingNotice } from '@/components/incidents/form/pending-notice'
import { ReasonField } from '@/components/incidents/form/reason-field'
import { incidentResolver } from '@/components/incidents/form/resolver'
import { SaveBar } from '@/components/incidents/form/save-bar'
import { saveEdit } from '@/components/incidents/form/save-edit'
import type { Saved } from '@/components/incidents/form/save-new'
import { type SavedEntry, SavedNotice } from '@/components/incidents/form/saved-notice'
import { type DraftSession, useDraftSession } from '@/components/incidents/form/use-draft-session'
import { useKeptDraft } from '@/components/incidents/form/use-kept-draft'
import { useSave } from '@/components/incidents/form/use-save'
import { SkeletonRows } from '@/components/ui/skeleton'
import { editIncidentAction } from '@/lib/incidents/actions'
import type { Draft, DraftStore } from '@/lib/incidents/draft-store'
import { type FormValues, valuesOf } from '@/lib/incidents/form-values'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { ConflictDetail, IncidentView, Preview } from '@/lib/incidents/views'

interface EditFormProps {
  store: DraftStore
  session: DraftSession
  incident: IncidentView
  dyadIds: string[]
  onSaved: (saved: Saved, effect: Preview | null, input: IncidentInput) => void
  onStartAfresh: (typed: Draft) => void
  onSetAside: (typed: Draft) => Promise<void>
}

interface Collision {
  conflict: ConflictDetail
  mine: IncidentInput
}

function EditForm({ store, session, incident, dyadIds, onSaved, onStartAfresh, onSetAside }: EditFormProps) {
  const { dyadId, id, revision, headStatus } = incident
  const corrects = incident.inForce !== null
  const [key] = useState({ dyadId, id })
  const element = useRef<HTMLFormElement>(null)
  const submits = useRef(true)
  const [collision, setCollision] = useState<Collision | null>(null)
  const form = useForm<FormValues>({
    defaultValues: session.draft.values,
    resolver: incidentResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
  const kept = useKeptDraft(store, session, form)
  const send = useCallback(
    (input: IncidentInput, draft: Draft, submit: boolean) => {
      submits.current = submit
      const baseRevision = draft.base?.revision ?? revision
      const edit = { ...key, baseRevision, incident: input, submit, reason: draft.values.reason }
      return saveEdit(editIncidentAction, edit, draft.attempt)
    },
    [key, revision],
  )
  const saved = useCallback(
    (written: Saved, effect: Preview | null, _values: FormValues, input: IncidentInput) =>
      onSaved(written, effect, input),
    [onSaved],
  )
  const onConflict = useCallback(
    (conflict: ConflictDetail, mine: IncidentInput) => setCollision({ conflict, mine }),
    [],
  )
  const { save, busy, failure } = useSave({ form, element, kept, replacing: key, send, onSaved: saved, onConflict })

  const saveOnTheirs = async (input: IncidentInput, setsAside: boolean) => {
    if (!collision) return
    const { theirs } = collision.conflict
    setCollision(null)
    if (setsAside) await onSetAside(kept.current())
    form.reset(valuesOf(input, form.getValues('reason')), { keepDefaultValues: true })
    await kept.amend({ base: { revision: theirs.revision, input: theirs.input } })
    await save({ submit: submits.current || theirs.status === 'in_review' })
  }
  const startAfresh = async () => {
    const typed = kept.current()
    await kept.forget()
    onStartAfresh(typed)
  }
  const from = session.draft.base?.revision ?? revision
  const stale =
    from < revision ? `It began from revision ${from}; the incident is at revision ${revision} now.` : undefined
  return (
    <>
      <FormBody
        form={form}
        element={element}
        busy={busy}
        dyadIds={dyadIds}
        editing={key}
        answered={incident.respondsTo ?? undefined}
        onSave={() => save({ submit: true })}
        before={
          <div className="space-y-2 pb-3 empty:hidden">
            {session.restored && <RestoredNotice at={session.draft.at} stale={stale} onStartAfresh={startAfresh} />}
            {kept.failed && <NotKeptNotice />}
            <PendingNotice incident={incident} />
            {failure && <ErrorSummary failure={failure} form={element} />}
          </div>
        }
        extra={<ReasonField />}
        after={
          <SaveBar
            replacing={key}
            busy={busy}
            corrects={corrects}
            submitLabel={corrects ? 'Submit the correction' : 'Submit'}
            onSaveDraft={headStatus === 'in_review' ? undefined : () => save({ submit: false })}
          />
        }
      />
      {collision && (
        <MergeDialog
          {...collision}
          onClose={() => setCollision(null)}
          onMerge={saveOnTheirs}
          onOverwrite={() => saveOnTheirs(collision.mine, false)}
        />
      )}
    </>
  )
}

interface EditIncidentProps {
  login: string
  incident: IncidentView
  dyadIds: string[]
}

/** Changes an incident by a new revision; a stale change is put beside the other's. */
export function EditIncident({ login, incident, dyadIds }: EditIncidentProps) {
  const { dyadId, id, revision, input } = incident
  const corrects = incident.inForce !== null
  const [base, setBase] = useState({ revision, input })
  const start = useCallback(() => valuesOf(base.input), [base])
  const drafts = useDraftSession({ login, form: `edit:${dyadId}/${id}`, base, start, resumesAny: true })
  const { store, session, begin } = drafts
  const [entry, setEntry] = useState<SavedEntry | null>(null)
  const onSaved = useCallback<EditFormProps['onSaved']>(
    (saved, effect, written) => {
      const now = { revision: saved.revision, input: written }
      setEntry({ saved, title: written.title, effect, corrects, unchanged: saved.revision === base.revision })
      setBase(now)
      begin(valuesOf(written), now)
    },
    [base, begin, corrects],
  )
  if (!session) return <SkeletonRows rows={10} label="Looking for what you typed before" />
  return (
    <div className="space-y-3">
      {entry && <SavedNotice entry={entry} takesFocus />}
      {drafts.unavailable && <NotKeptNotice />}
      {drafts.discarded && <DiscardedNotice onUndo={drafts.undoDiscard} />}
      <OtherDrafts drafts={drafts.others} onTakeUp={drafts.takeUp} onDrop={drafts.drop} />
      <EditForm
        key={session.draft.id}
        store={store}
        session={session}
        incident={incident}
        dyadIds={dyadIds}
        onSaved={onSaved}
        onStartAfresh={drafts.startAfresh}
        onSetAside={drafts.setAside}
      />
    </div>
  )
}
