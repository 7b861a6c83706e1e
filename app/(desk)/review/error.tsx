'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

/** What the review page shows when it failed. */
export default function ReviewError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <ErrorState
      title="The review queue could not be shown."
      bugId={error.digest}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <LinkButton href="/review" variant="quiet">
            Show the whole queue
          </LinkButton>
        </>
      }
    >
      <p>What was approved or sent back stays so. Nothing else was decided.</p>
    </ErrorState>
  )
}
