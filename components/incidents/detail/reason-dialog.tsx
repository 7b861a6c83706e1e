'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useId, useState, useTransition } from 'react'
import { formPaths } from '@/components/incidents/form/field-errors'
import { Button, type ButtonSize } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { ActionResult } from '@/lib/form-action'

interface ReasonDialogProps {
  /** What the button says, here and in the dialog; what it says while it works. */
  verb: string
  working: string
  /** What the way out is called. */
  keep: string
  title: string
  children: ReactNode
  label: string
  required?: boolean
  danger?: boolean
  size?: ButtonSize
  send: (reason: string) => Promise<ActionResult<unknown>>
}

/** A button that asks for a reason, which the history keeps, and then does what it says. What was typed outlives a failure. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { verb, working, keep, title, children, label, required, danger, size, send } = props
  const router = useRouter()
  const formId = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<{ message: string; reason?: string } | null>(null)
  const [pending, startTransition] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startTransition(async () => {
      try {
        const result = await send(reason)
        if (!result.ok)
          return setProblem({ message: result.message, reason: formPaths(result.fieldErrors ?? {}).reason })
        setOpen(false)
        setReason('')
        setProblem(null)
        router.refresh()
      } catch (error) {
        console.warn(`“${verb}” got no answer.`, error)
        setProblem({
          message: 'The server could not be reached, so it is not known whether this was done. Look again.',
        })
      }
    })
  }
  return (
    <>
      <Button variant={danger ? 'danger' : 'secondary'} size={size} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        description={children}
        actions={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {keep}
            </Button>
            <Button variant={danger ? 'danger' : 'primary'} type="submit" form={formId} disabled={pending}>
              {pending ? working : verb}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="space-y-3">
          {problem && <Callout tone="danger" role="alert" title={problem.message} />}
          <Field name="reason" id={`${formId}-reason`} label={label} required={required} error={problem?.reason}>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                autoFocus
              />
            )}
          </Field>
        </form>
      </Dialog>
    </>
  )
}
