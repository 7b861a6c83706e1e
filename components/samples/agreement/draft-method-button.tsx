'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { draftPath } from '@/components/method/drafts-section'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { draftMeasuredMethodAction } from '@/lib/samples/actions'

/** Drafts a version of the method with the measured rung errors, and goes there. */
export function DraftMethodButton({ sampleIds }: { sampleIds: string[] }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()
  const draft = () =>
    startTransition(async () => {
      const result = await settle(draftMeasuredMethodAction({ sampleIds }))
      if (!result.ok) return setProblem(result.message)
      router.push(draftPath(result.data.id))
    })
  return (
    <>
      {problem && (
        <span role="alert" className="text-xs font-medium text-danger">
          {problem}
        </span>
      )}
      <Button size="sm" disabled={pending} onClick={draft}>
        {pending ? 'Drafting…' : 'Draft a method version with these'}
      </Button>
    </>
  )
}
