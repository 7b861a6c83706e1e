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
import type { LaterRevision, RevisionAction } from '@/lib/incidents/views'

type Refusal = Extract<ActionResult<unknown>, { ok: false }>

interface Problem {
  message: string
  /** What is wrong with the reason. */
  reason?: string
  /** Why somebody else did what stands in the way. */
  why?: string
  /** What to do now. */
  next?: string
}

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

/** After these the button may be gone, and what was typed with it: the page is not brought up to date before it is closed. */
const SETTLES: ReadonlySet<unknown> = new Set<RevisionAction>([
  'approved',
  'retraction-proposed',
  'retracted',
  'withdrawn',
])

/** What somebody did meanwhile, where that is why an action was refused. */
function laterRevision(detail: unknown): Partial<LaterRevision> {
  return typeof detail === 'object' && detail !== null && 'theirs' in detail ? Object(detail.theirs) : {}
}

/**
 * A button that asks for a reason, which the history keeps, and then does what it says. What was typed outlives a failure: where
 * somebody wrote meanwhile, the page behind is brought up to date, and the same reason can be sent again.
 */
export function ReasonDialog(props: ReasonDialogProps) {
  const { verb, working, keep, title, children, label, required, danger, size, send } = props
  const router = useRouter()
  const formId = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [stale, setStale] = useState(false)
  const [pending, startTransition] = useTransition()
  const close = () => {
    setOpen(false)
    setProblem(null)
    if (stale) router.refresh()
    setStale(false)
  }
  const refused = ({ code, message, fieldErrors, detail }: Refusal) => {
    if (code !== 'CONFLICT') return setProblem({ message, reason: formPaths(fieldErrors ?? {}).reason })
    const { action, reason: theirs } = laterRevision(detail)
    const settled = SETTLES.has(action)
    setProblem({
      message,
      why: theirs,
      next: settled
        ? 'Close this to see the incident as it is now.'
        : `Look again: “${verb}” is about it as it is now.`,
    })
    if (settled) setStale(true)
    else router.refresh()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startTransition(async () => {
      try {
        const result = await send(reason)
        if (!result.ok) return refused(result)
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
        onClose={close}
        title={title}
        description={children}
        actions={
          <>
            <Button variant="quiet" onClick={close}>
              {keep}
            </Button>
            <Button variant={danger ? 'danger' : 'primary'} type="submit" form={formId} disabled={pending}>
              {pending ? working : verb}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="space-y-3">
          {problem && (
            <Callout tone="danger" role="alert" title={problem.message}>
              {problem.why && <p>“{problem.why}”</p>}
              {problem.next && <p>{problem.next}</p>}
            </Callout>
          )}
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
