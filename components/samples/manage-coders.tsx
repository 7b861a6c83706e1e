'use client'

import { useId, useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import type { ActionResult } from '@/lib/form-action'
import { addCoderAction, excuseCoderAction } from '@/lib/samples/actions'
import { MOST_CODERS } from '@/lib/samples/schema'
import type { CoderChoice, CoderProgress } from '@/lib/samples/views'

interface ManageCodersProps {
  sampleId: string
  units: number
  coders: readonly CoderProgress[]
  choices: readonly CoderChoice[]
}

/** While a sample is open: asks one more person to code it, or excuses one who leaves. */
export function ManageCoders({ sampleId, units, coders, choices }: ManageCodersProps) {
  const [adding, setAdding] = useState('')
  const [leaving, setLeaving] = useState<CoderProgress | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const field = useId()
  const active = coders.filter(({ excused }) => !excused)
  const others = choices.filter(({ id }) => !coders.some((coder) => coder.id === id))
  const run = (work: () => Promise<ActionResult<void>>, done: () => void) =>
    startTransition(async () => {
      const result = await settle(work())
      setProblem(result.ok ? null : result.message)
      if (result.ok) done()
    })
  const add = () =>
    run(
      () => addCoderAction({ sampleId, coderId: adding }),
      () => setAdding(''),
    )
  const excuse = ({ id }: CoderProgress) =>
    run(
      () => excuseCoderAction({ sampleId, coderId: id }),
      () => setLeaving(null),
    )
  return (
    <details className="mt-4" data-print="hide">
      <summary className="text-xs font-medium text-muted">Add or excuse a coder</summary>
      {problem && <Callout tone="danger" role="alert" title={problem} className="mt-2" />}
      {active.length < MOST_CODERS && (
        <div className="mt-2 flex flex-wrap items-end gap-2">
          <div className="min-w-56">
            <label htmlFor={field} className="mb-1 block text-xs font-medium text-muted">
              One more coder
            </label>
            <Select
              id={field}
              value={adding}
              onChange={(event) => setAdding(event.target.value)}
              options={[{ value: '', label: 'Choose…' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </div>
          <Button disabled={pending || adding === ''} onClick={add}>
            Ask to code
          </Button>
        </div>
      )}
      <ul className="mt-3 flex flex-wrap gap-2">
        {active.map((coder) => (
          <li key={coder.id}>
            <Button size="sm" onClick={() => setLeaving(coder)}>
              Excuse {coder.name}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`Excuse ${leaving?.name ?? ''}`}
        description="What they handed in stays, and nothing more is waited for. They cannot come back to this sample."
        actions={
          <>
            <Button variant="quiet" onClick={() => setLeaving(null)}>
              Keep them
            </Button>
            <Button variant="primary" disabled={pending} onClick={() => leaving && excuse(leaving)}>
              {pending ? 'Excusing…' : 'Excuse them'}
            </Button>
          </>
        }
      >
        <p className="text-sm">
          They handed in {leaving?.done ?? 0} of {units}.
        </p>
      </Dialog>
    </details>
  )
}
