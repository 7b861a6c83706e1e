'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { formPaths } from '@/components/incidents/form/field-errors'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { retractIncidentAction } from '@/lib/incidents/actions'

interface RetractButtonProps {
  dyadId: string
  id: string
  revision: number
  title: string
}

/** Retracts an incident, with the reason that its history keeps. */
export function RetractButton({ dyadId, id, revision, title }: RetractButtonProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<{ message: string; reason?: string } | null>(null)
  const [pending, startTransition] = useTransition()
  const retract = (event: FormEvent) => {
    event.preventDefault()
    startTransition(async () => {
      try {
        const result = await retractIncidentAction({ dyadId, id, baseRevision: revision, reason })
        if (!result.ok) {
          setProblem({ message: result.message, reason: formPaths(result.fieldErrors ?? {}).reason })
          return
        }
        setOpen(false)
        router.refresh()
      } catch (error) {
        console.warn('The retraction got no answer.', error)
        setProblem({ message: 'The server could not be reached. Try again.' })
      }
    })
  }
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Retract
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Retract this incident"
        description={`“${title}” stays visible, struck out, and adds nothing to the score from its first day on.`}
        actions={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button variant="danger" type="submit" form="retract" disabled={pending}>
              {pending ? 'Retracting…' : 'Retract'}
            </Button>
          </>
        }
      >
        <form id="retract" onSubmit={retract} className="space-y-3">
          {problem && <Callout tone="danger" role="alert" title={problem.message} />}
          <Field name="reason" label="Why it is retracted" required error={problem?.reason}>
            {(props) => (
              <Textarea
                {...props}
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
