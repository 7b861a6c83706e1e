'use client'

import { useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { FormField, useFieldError } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { type FormValues, whenChanged } from '@/lib/incidents/form-values'

const PRECISIONS = [
  { value: 'day', label: 'on a day' },
  { value: 'interval', label: 'between two days' },
  { value: 'month', label: 'in a month' },
]
/** Only for entries that have it already: the form says it with “still going on”. */
const ONGOING = { value: 'ongoing', label: 'over a time, start not exact' }

const FIELDS = ['datePrecision', 'month', 'date', 'dateEarliest', 'dateLatest'] as const
type WhenField = (typeof FIELDS)[number]

/** Sets the dates that follow from one that was just changed. */
function useWhenChanged() {
  const { getValues, setValue } = useFormContext<FormValues>()
  const previous = useRef(getValues())
  return (field: WhenField) => {
    const now = getValues()
    const before = { ...now, [field]: previous.current[field] }
    const after = whenChanged(before, { [field]: now[field] }, isoOf(todayUtc()))
    for (const name of FIELDS) {
      if (after[name] !== now[name]) setValue(name, after[name], { shouldDirty: true })
    }
    previous.current = getValues()
  }
}

/** When it happened, how exactly that is known, and until when it lasted. */
export function WhenFields() {
  const { control, register } = useFormContext<FormValues>()
  const [precision, ongoing] = useWatch({ control, name: ['datePrecision', 'ongoing'] })
  const changed = useWhenChanged()
  const follow = (name: WhenField) => register(name, { onChange: () => changed(name) })
  const interval = precision === 'interval' || precision === 'ongoing'
  const exact = precision === 'day'
  return (
    <Section id="when" title="When">
      <div className="grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap">
        <FormField name="datePrecision" label="It happened" className="sm:w-36">
          {(props) => (
            <Select
              {...props}
              {...follow('datePrecision')}
              options={precision === 'ongoing' ? [...PRECISIONS, ONGOING] : PRECISIONS}
            />
          )}
        </FormField>
        {precision === 'month' && (
          <FormField name="month" label="Month" required className="sm:w-38">
            {(props) => <TextInput type="month" placeholder="YYYY-MM" {...props} {...follow('month')} />}
          </FormField>
        )}
        {interval && (
          <>
            <FormField name="dateEarliest" label="Earliest" required className="sm:w-38">
              {(props) => <TextInput type="date" {...props} {...follow('dateEarliest')} />}
            </FormField>
            <FormField name="dateLatest" label="Latest" required className="sm:w-38">
              {(props) => <TextInput type="date" {...props} {...follow('dateLatest')} />}
            </FormField>
          </>
        )}
        <FormField
          name="date"
          label={exact ? 'Date' : 'Counts from'}
          required
          className="sm:w-38"
          hint={exact ? undefined : 'the middle, unless you know better'}
        >
          {(props) => <TextInput type="date" {...props} {...follow('date')} />}
        </FormField>
        <FormField name="dateEnd" label="End, if it lasted" className="sm:w-38">
          {(props) => <TextInput type="date" {...props} {...register('dateEnd')} />}
        </FormField>
        <div className="pt-[1.375rem]">
          <Checkbox
            label="Still going on"
            {...register('ongoing')}
            aria-invalid={useFieldError('ongoing') ? true : undefined}
          />
        </div>
      </div>
      {ongoing && (
        <p className="text-xs text-muted">Full points until it ends, at most 90 days; then it fades like any other.</p>
      )}
    </Section>
  )
}
