'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { withdrawAnnotationAction } from '@/lib/annotations/actions'
import type { AnnotationView } from '@/lib/annotations/views'

/** Takes an annotation off the charts, with a reason; it stays in the history. */
export function WithdrawForm({ annotation, onDone }: { annotation: AnnotationView; onDone: () => void }) {
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<string[]>([])
  const [pending, startTransition] = useTransition()
  useEffect(() => input.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startTransition(async () => {
      const { dyadId, id: annotationId, revision } = annotation
      const result = await settle(
        withdrawAnnotationAction({ dyadId, id: annotationId, baseRevision: revision, reason }),
      )
      if (!result.ok) {
        // What was written meanwhile comes into sight, so that a second press knows of it.
        if (result.code === 'CONFLICT') router.refresh()
        setErrors(Object.values(result.fieldErrors ?? {}).flat())
        if (!result.fieldErrors) setErrors([result.message])
        return
      }
      onDone()
      router.refresh()
    })
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Withdraw an annotation"
      className="flex flex-wrap items-end gap-2"
      data-print="hide"
    >
      <Field
        label="Why it is withdrawn"
        name="reason"
        id={`${id}-reason`}
        error={errors}
        required
        className="w-80 max-w-full"
      >
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            autoComplete="off"
            value={reason}
            readOnly={pending}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="danger" size="sm" disabled={pending}>
        Withdraw
      </Button>
      <Button variant="quiet" size="sm" onClick={onDone} disabled={pending}>
        Cancel
      </Button>
    </form>
  )
}
