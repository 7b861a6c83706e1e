'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { draftPath } from '@/components/briefings/briefing-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useSettled } from '@/components/watch/use-settled'
import { reviseBriefingAction } from '@/lib/briefings/actions'
import { newId } from '@/lib/incidents/draft-store'

/** Begins a briefing that is to replace a published one, from the record as it is now. */
export function ReviseButton({ briefingId }: { briefingId: string }) {
  const router = useRouter()
  const [requestId] = useState(newId)
  const { failure, pending, run } = useSettled()
  return (
    <>
      <Button
        disabled={pending}
        onClick={() =>
          run(
            () => reviseBriefingAction({ briefingId, requestId }),
            ({ id }) => router.push(draftPath(id)),
          )
        }
      >
        {pending ? 'Reading the record…' : 'Draft a newer one'}
      </Button>
      {failure && <Callout tone="danger" role="alert" title={failure.message} />}
    </>
  )
}
