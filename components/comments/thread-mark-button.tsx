'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { reopenThreadAction, resolveThreadAction } from '@/lib/comments/actions'

/** Closes a thread, or opens it again. */
export function ThreadMarkButton(thread: { dyadId: string; id: string; thread: number; resolved: boolean }) {
  const { resolved, ...input } = thread
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const mark = () =>
    startTransition(async () => {
      try {
        const result = await (resolved ? reopenThreadAction(input) : resolveThreadAction(input))
        setProblem(result.ok ? null : result.message)
        if (result.ok) router.refresh()
      } catch (error) {
        console.warn('The thread was not marked.', error)
        setProblem('The server could not be reached. Try again.')
      }
    })
  return (
    <>
      <Button size="sm" variant="quiet" onClick={mark} disabled={pending}>
        {resolved ? 'Open again' : 'Resolve'}
      </Button>
      {problem && (
        <span role="alert" className="text-xs text-danger">
          {problem}
        </span>
      )}
    </>
  )
}
