'use client'

import { useRouter } from 'next/navigation'
import { KIND_WORDS, SCHEDULES_PATH, schedulePath } from '@/components/briefings/briefing-words'
import { oneOf, templateChoices } from '@/components/briefings/choices'
import { DeliveryFields } from '@/components/briefings/delivery-fields'
import { LanguageAndMark } from '@/components/briefings/language-and-mark'
import { EMPTY_SCHEDULE, fieldsOf, stateFrom } from '@/components/briefings/schedule-fields'
import { scheduleParts } from '@/components/briefings/schedule-parts'
import { WEEKDAYS } from '@/components/briefings/schedule-words'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { pairName } from '@/components/watch/condition-words'
import { ConflictNote } from '@/components/watch/conflict-note'
import { DyadPicker } from '@/components/watch/dyad-picker'
import { SaveRow } from '@/components/watch/save-row'
import { useKeptForm } from '@/components/watch/use-kept-form'
import { changeScheduleAction, createScheduleAction } from '@/lib/briefings/actions'
import { BRIEFING_KINDS } from '@/lib/briefings/model/terms'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { ScheduleView, TemplateView } from '@/lib/briefings/views'

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

/** Makes or changes a schedule. What is typed stays when the save is refused. */
export function ScheduleForm({ schedule, choices }: ScheduleFormProps) {
  const router = useRouter()
  const form = useKeptForm({
    stored: schedule,
    start: schedule ? fieldsOf(schedule.state) : EMPTY_SCHEDULE,
    parts: scheduleParts(choices),
    fieldsOf,
  })
  const { fields, set, errors, pending, saved, onSubmit } = form
  const { kind, dyadIds, listId } = fields
  const submit = onSubmit(
    ({ requestId, baseRevision }) => {
      const state = stateFrom(fields)
      if (!schedule) return createScheduleAction({ ...state, requestId })
      return changeScheduleAction({ id: schedule.id, baseRevision, ...state })
    },
    () => router.push(SCHEDULES_PATH),
  )
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-5">
      <ConflictNote form={form} pathOf={schedulePath} />
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
        <LanguageAndMark language={fields.language} mark={fields.mark} errors={errors} onChange={set} />
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
      <SaveRow label={schedule ? 'Save the schedule' : 'Make the schedule'} pending={pending} saved={saved} />
    </form>
  )
}
