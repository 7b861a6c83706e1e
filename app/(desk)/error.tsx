'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

/** What a desk page shows when it failed: the id under which the server logged it, and another try. */
export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <ErrorState
      title="This page could not be shown."
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
      <p>Nothing that you saved is lost. If it happens again, tell whoever runs this desk.</p>
    </ErrorState>
  )
}
