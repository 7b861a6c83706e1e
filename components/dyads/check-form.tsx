'use client'

import { useActionState, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { checkWeek } from '@/lib/coverage/actions'
import type { ActionResult } from '@/lib/form-action'

interface CheckFormProps {
  dyadId: string
  /** The weeks that can be attested, the usual one first; one alone is not asked for. */
  weeks: { weekStart: number; label: string }[]
}

type Answer = ActionResult<{ written: boolean }> | null

const errorOf = (answer: Answer, field: string) => (answer && !answer.ok ? answer.fieldErrors?.[field] : undefined)

/** Attests that the sources of a week were checked and hold nothing more to report. */
export function CheckForm({ dyadId, weeks }: CheckFormProps) {
  const id = useId()
  const [answer, submit, pending] = useActionState<Answer, FormData>(
    async (_, data) =>
      checkWeek({ dyadId, weekStart: Number(data.get('week')), checked: true, note: String(data.get('note') ?? '') }),
    null,
  )
  return (
    <form action={submit} className="flex flex-wrap items-end gap-2" data-print="hide">
      {weeks.length === 1 ? (
        <input type="hidden" name="week" value={weeks[0].weekStart} />
      ) : (
        <Field
          label="Week"
          name="week"
          id={`${id}-week`}
          error={errorOf(answer, 'weekStart')}
          className="w-64 max-w-full"
        >
          <Select options={weeks.map(({ weekStart, label }) => ({ value: String(weekStart), label }))} />
        </Field>
      )}
      <Field
        label="What was checked (optional)"
        name="note"
        id={`${id}-note`}
        error={errorOf(answer, 'note')}
        className="w-72 max-w-full"
      >
        <TextInput maxLength={500} autoComplete="off" />
      </Field>
      <Button type="submit" disabled={pending}>
        Nothing more to report
      </Button>
      <p role="status" className="basis-full text-xs text-muted empty:hidden">
        {answer && (answer.ok ? 'Recorded.' : answer.message)}
      </p>
    </form>
  )
}
