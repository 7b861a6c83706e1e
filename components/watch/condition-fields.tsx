'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { RadioRow } from '@/components/ui/radio-row'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { BAND_CHOICES } from '@/components/watch/condition-words'
import type { RuleFields } from '@/components/watch/rule-fields'
import { CATEGORIES, CATEGORY_LABELS } from '@/lib/core/codebook'
import type { FieldErrors } from '@/lib/errors'

interface ConditionFieldsProps {
  fields: RuleFields
  set: (changed: Partial<RuleFields>) => void
  errors?: FieldErrors
  /** Whether the reader may see what is not published. */
  unpublished: boolean
}

const KINDS = [
  { value: 'band', label: 'A band is entered or left' },
  { value: 'move', label: 'The score moves in a week' },
  { value: 'incident', label: 'An incident of some weight' },
  { value: 'first', label: 'A first in the dyad' },
  { value: 'silence', label: 'Silence' },
  { value: 'unreviewed', label: 'Something waits for review' },
] as const

const NOTES: Readonly<Record<RuleFields['kind'], string>> = {
  band: 'Judged by weekly closes, once a week is over and covered; against the week before.',
  move: 'Judged by weekly closes, once a week is over and covered. Changes are taken as they are displayed.',
  incident: 'Told at once when the incident is approved; one that has no points is not told.',
  first:
    'Told at once when the incident is approved. Whatever the record held when the rule was switched on is no first.',
  silence: 'Told when the last of these weeks is over. A week that nobody checked is no week without incidents.',
  unreviewed: 'Counted from the day on which it was handed in. Told only to those who may see what is not published.',
}

const RUNGS = [
  { value: '', label: 'any rung' },
  ...[1, 2, 3, 4].map((rung) => ({ value: String(rung), label: `rung ${rung} or above` })),
  { value: '5', label: 'rung 5' },
]

const CATEGORY_CHOICES = [
  { value: '', label: 'any category' },
  ...CATEGORIES.map((category) => ({ value: category, label: CATEGORY_LABELS[category] })),
]

function BandFields({ fields, set, errors }: ConditionFieldsProps) {
  return (
    <>
      <RadioRow
        name="bandWay"
        legend="A week"
        options={[
          { value: 'enters', label: 'enters' },
          { value: 'leaves', label: 'leaves' },
        ]}
        value={fields.bandWay}
        onValueChange={(bandWay) => set({ bandWay })}
      />
      <Field name="level" label="Band" error={errors?.['condition.level']}>
        {(control) => (
          <Select
            {...control}
            options={BAND_CHOICES}
            value={fields.level}
            onChange={(event) => set({ level: event.target.value })}
          />
        )}
      </Field>
      <Checkbox
        className="self-end"
        label="or any band above it"
        checked={fields.orAbove}
        onChange={(event) => set({ orAbove: event.target.checked })}
      />
    </>
  )
}

function MoveFields({ fields, set, errors }: ConditionFieldsProps) {
  return (
    <>
      <RadioRow
        name="moveWay"
        legend="The weekly close"
        options={[
          { value: 'up', label: 'rises' },
          { value: 'down', label: 'falls' },
          { value: 'either', label: 'either' },
        ]}
        value={fields.moveWay}
        onValueChange={(moveWay) => set({ moveWay })}
      />
      <NumberField
        name="points"
        label="by at least"
        value={fields.points}
        set={set}
        error={errors?.['condition.points']}
      />
    </>
  )
}

function IncidentFields({ fields, set, errors }: ConditionFieldsProps) {
  return (
    <>
      <Field name="rung" label="An incident at" error={errors?.['condition.rung']}>
        {(control) => (
          <Select
            {...control}
            options={RUNGS}
            value={fields.rung}
            onChange={(event) => set({ rung: event.target.value })}
          />
        )}
      </Field>
      <Field name="category" label="in" error={errors?.['condition.category']}>
        {(control) => (
          <Select
            {...control}
            options={CATEGORY_CHOICES}
            value={fields.category}
            onChange={(event) => set({ category: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function FirstFields({ fields, set }: ConditionFieldsProps) {
  return (
    <Field name="first" label="The first">
      {(control) => (
        <Select
          {...control}
          options={[
            { value: 'code', label: 'incident of an indicator, ever' },
            { value: 'category', label: 'incident of a category, ever' },
            { value: 'front', label: 'escalation in a category for a year' },
          ]}
          value={fields.first}
          onChange={(event) => set({ first: event.target.value })}
        />
      )}
    </Field>
  )
}

function SilenceFields({ fields, set, errors }: ConditionFieldsProps) {
  return (
    <>
      <NumberField
        name="weeks"
        label="Weeks in a row"
        value={fields.weeks}
        set={set}
        error={errors?.['condition.weeks']}
      />
      <RadioRow
        name="silence"
        legend="that were"
        options={[
          { value: 'incidents', label: 'checked, without an incident' },
          { value: 'checks', label: 'not checked' },
        ]}
        value={fields.silence}
        onValueChange={(silence) => set({ silence })}
      />
    </>
  )
}

interface NumberFieldProps {
  name: 'points' | 'weeks' | 'days'
  label: string
  value: string
  set: ConditionFieldsProps['set']
  error?: string[]
}

function NumberField({ name, label, value, set, error }: NumberFieldProps) {
  return (
    <Field name={name} label={label} error={error} className="w-32">
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={value}
          onChange={(event) => set({ [name]: event.target.value })}
          className="tabular-nums"
        />
      )}
    </Field>
  )
}

function KindFields(props: ConditionFieldsProps) {
  const { fields, set, errors } = props
  switch (fields.kind) {
    case 'band':
      return <BandFields {...props} />
    case 'move':
      return <MoveFields {...props} />
    case 'incident':
      return <IncidentFields {...props} />
    case 'first':
      return <FirstFields {...props} />
    case 'silence':
      return <SilenceFields {...props} />
    case 'unreviewed':
      return <NumberField name="days" label="Days" value={fields.days} set={set} error={errors?.['condition.days']} />
  }
}

/** What the rule waits for. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { fields, set, unpublished } = props
  const kinds = KINDS.filter(({ value }) => value !== 'unreviewed' || unpublished)
  return (
    <div className="space-y-3">
      <Field name="kind" label="Tell when" hint={NOTES[fields.kind]}>
        {(control) => (
          <Select
            {...control}
            options={kinds}
            value={fields.kind}
            onChange={(event) =>
              set({ kind: kinds.find(({ value }) => value === event.target.value)?.value ?? 'band' })
            }
          />
        )}
      </Field>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <KindFields {...props} />
      </div>
    </div>
  )
}
