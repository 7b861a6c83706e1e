'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { KIND_WORDS, SCHEDULES_PATH } from '@/components/briefings/briefing-words'
import { DeliveryFields } from '@/components/briefings/delivery-fields'
import { LANGUAGE_CHOICES, MARK_CHOICES, templateChoices } from '@/components/briefings/draft-settings-form'
import { EMPTY_SCHEDULE, fieldsOf, type ScheduleFields, stateFrom } from '@/components/briefings/schedule-fields'
import { WEEKDAYS } from '@/components/briefings/schedule-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { pairName } from '@/components/watch/condition-words'
import { DyadPicker } from '@/components/watch/dyad-picker'
import { useSettled } from '@/components/watch/use-settled'
import { changeScheduleAction, createScheduleAction } from '@/lib/briefings/actions'
import { BRIEFING_KINDS, LANGUAGES, TLP_MARKS } from '@/lib/briefings/model/terms'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { ScheduleView, TemplateView } from '@/lib/briefings/views'
import { newId } from '@/lib/incidents/draft-store'

export interface ScheduleChoices {
  dyadIds: readonly string[]
  lists: readonly { id: string; name: string }[]
  templates: readonly Pick<TemplateView, 'id' | 'name'>[]
  /** Whether this desk can mail, and has a folder. */
  deliveries: { email: boolean; folder: boolean }
  formats: readonly ExportFormat[]
  mayPublish: boolean
}

interface ScheduleFormProps {
  /** The schedule to change; a new one where none is given. */
  schedule?: ScheduleView
  choices: ScheduleChoices
}

const oneOf = <T extends string>(choices: readonly T[], value: string, fallback: T): T =>
  choices.find((choice) => choice === value) ?? fallback

const revisionIn = (detail: unknown): number | null =>
  typeof detail === 'object' && detail !== null && 'revision' in detail && typeof detail.revision === 'number'
    ? detail.revision
    : null

/** Makes or changes a schedule. What is typed stays when the save is refused. */
export function ScheduleForm({ schedule, choices }: ScheduleFormProps) {
  const router = useRouter()
  const [fields, setFields] = useState<ScheduleFields>(schedule ? fieldsOf(schedule.state) : EMPTY_SCHEDULE)
  const [requestId] = useState(newId)
  const [baseRevision, setBase] = useState(schedule?.revision ?? 0)
  const [saved, setSaved] = useState(false)
  const { failure, pending, run } = useSettled()
  const errors = failure?.fieldErrors
  const theirs = failure?.code === 'CONFLICT' ? revisionIn(failure.detail) : null
  const { kind, dyadIds, listId } = fields
  const set = (change: Partial<ScheduleFields>) => {
    setSaved(false)
    setFields({ ...fields, ...change })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const state = stateFrom(fields)
    if (!schedule)
      return run(
        () => createScheduleAction({ ...state, requestId }),
        () => router.push(SCHEDULES_PATH),
      )
    run(
      () => changeScheduleAction({ id: schedule.id, baseRevision, ...state }),
      ({ revision }) => {
        setBase(revision)
        setSaved(true)
        router.refresh()
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-5">
      {failure && (
        <Callout tone="danger" role="alert" title={failure.message}>
          {theirs !== null && (
            <Button size="sm" className="mt-2" onClick={() => setBase(theirs)}>
              Keep mine: save over it next time
            </Button>
          )}
        </Callout>
      )}
      <Field name="name" label="Name" required error={errors?.name}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={fields.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      <RadioRow
        name="kind"
        legend="Kind"
        options={BRIEFING_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
        value={kind}
        onValueChange={(value) => set({ kind: oneOf(BRIEFING_KINDS, value, kind) })}
        hint={`It tells of ${KIND_WORDS[kind].words}, to the week that ended before it is made.`}
      />
      {kind === 'weekly' && (
        <Field name="dyads" label="Dyad" required error={errors?.of ?? errors?.['of.dyadIds']}>
          {({ id, 'aria-describedby': described, 'aria-invalid': invalid }) => (
            <Combobox
              id={id}
              aria-describedby={described}
              invalid={invalid}
              value={dyadIds[0] ?? null}
              onChange={(dyadId) => set({ dyadIds: dyadId === null ? [] : [dyadId] })}
              options={choices.dyadIds.map((dyadId) => ({ value: dyadId, label: pairName(dyadId), hint: dyadId }))}
              placeholder="A country or AZE-RUS"
              className="max-w-sm"
            />
          )}
        </Field>
      )}
      {kind !== 'weekly' && choices.lists.length > 0 && (
        <Field name="listId" label="Of" error={errors?.of ?? errors?.['of.listId']} className="max-w-sm">
          <Select
            options={[
              { value: '', label: 'Dyads that I name' },
              ...choices.lists.map(({ id, name }) => ({ value: id, label: `The list “${name}”` })),
            ]}
            value={listId}
            onChange={({ target }) => set({ listId: target.value })}
          />
        </Field>
      )}
      {kind !== 'weekly' && listId === '' && (
        <DyadPicker
          name="dyads"
          label="Dyads"
          dyadIds={choices.dyadIds}
          chosen={dyadIds}
          onChange={(chosen) => set({ dyadIds: chosen })}
          error={errors?.of ?? errors?.['of.dyadIds']}
        />
      )}
      {kind === 'special' && (
        <Field name="weeks" label="Weeks that it tells of" error={errors?.weeks} className="w-40">
          <TextInput
            type="number"
            min={1}
            max={520}
            value={fields.weeks}
            onChange={({ target }) => set({ weeks: Number(target.value) })}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="weekday" label="Every" error={errors?.weekday}>
          <Select
            options={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
            value={String(fields.weekday)}
            onChange={({ target }) => set({ weekday: Number(target.value) })}
          />
        </Field>
        <Field name="time" label="At" required error={errors?.time}>
          <TextInput type="time" value={fields.time} onChange={({ target }) => set({ time: target.value })} />
        </Field>
        <Field name="timeZone" label="Time zone" error={errors?.timeZone} hint="Empty: the team’s.">
          {(control) => (
            <TextInput
              {...control}
              placeholder="Asia/Baku"
              autoComplete="off"
              spellCheck={false}
              value={fields.timeZone}
              onChange={({ target }) => set({ timeZone: target.value.trim() })}
            />
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <Field name="language" label="Language" error={errors?.language}>
          <Select
            options={LANGUAGE_CHOICES}
            value={fields.language}
            onChange={({ target }) => set({ language: oneOf(LANGUAGES, target.value, fields.language) })}
          />
        </Field>
        <Field name="mark" label="Mark" error={errors?.mark}>
          <Select
            options={MARK_CHOICES}
            value={fields.mark}
            onChange={({ target }) => set({ mark: oneOf(TLP_MARKS, target.value, fields.mark) })}
          />
        </Field>
      </div>
      {choices.templates.length > 0 && (
        <Field name="templateId" label="Template" error={errors?.templateId} className="max-w-sm">
          <Select
            options={templateChoices(choices.templates)}
            value={fields.templateId ?? ''}
            onChange={({ target }) => set({ templateId: target.value === '' ? null : target.value })}
          />
        </Field>
      )}
      <DeliveryFields fields={fields} errors={errors} choices={choices} onChange={set} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending}>
          {pending ? 'Saving…' : schedule ? 'Save the schedule' : 'Make the schedule'}
        </Button>
        <span role="status" className="text-sm text-muted">
          {saved && !failure && 'Saved.'}
        </span>
      </div>
    </form>
  )
}
