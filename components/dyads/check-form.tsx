'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useSettled } from '@/components/watch/use-settled'
import { checkWeek } from '@/lib/coverage/actions'

interface CheckFormProps {
  dyadId: string
  /** The weeks that can be attested, the usual one first; one alone is not asked for. */
  weeks: { weekStart: number; label: string }[]
}

/** Attests that the sources of a week were checked and hold nothing more to report. */
export function CheckForm({ dyadId, weeks }: CheckFormProps) {
  const id = useId()
  const [chosen, setChosen] = useState(weeks[0].weekStart)
  const [note, setNote] = useState('')
  const [recorded, setRecorded] = useState(false)
  const { failure, pending, run } = useSettled()
  // A week that was checked meanwhile is not among them any more.
  const { weekStart } = weeks.find((week) => week.weekStart === chosen) ?? weeks[0]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRecorded(false)
    run(
      () => checkWeek({ dyadId, weekStart, checked: true, note }),
      () => {
        setNote('')
        setRecorded(true)
      },
    )
  }
  const errors = failure?.fieldErrors
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2" data-print="hide">
      {weeks.length > 1 && (
        <Field label="Week" name="week" id={`${id}-week`} error={errors?.weekStart} className="w-64 max-w-full">
          <Select
            options={weeks.map((week) => ({ value: String(week.weekStart), label: week.label }))}
            value={String(weekStart)}
            disabled={pending}
            onChange={({ target }) => setChosen(Number(target.value))}
          />
        </Field>
      )}
      <Field
        label="What was checked (optional)"
        name="note"
        id={`${id}-note`}
        error={errors?.note}
        className="w-72 max-w-full"
      >
        <TextInput
          maxLength={500}
          autoComplete="off"
          value={note}
          readOnly={pending}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <Button type="submit" disabled={pending}>
        Nothing more to report
      </Button>
      <p role="status" className="basis-full text-xs text-muted empty:hidden">
        {failure ? failure.message : recorded && 'Recorded.'}
      </p>
    </form>
  )
}
