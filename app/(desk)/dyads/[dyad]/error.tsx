'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

/** What a dyad's page shows when it failed. */
export default function DyadError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <ErrorState
      title="This dyad could not be shown."
      bugId={error.digest}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <LinkButton href="/" variant="quiet">
            Go to the overview
          </LinkButton>
        </>
      }
    >
      <p>Its incidents and its scores are untouched: this page only reads them.</p>
    </ErrorState>
  )
}
