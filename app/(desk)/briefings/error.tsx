'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

/** What the pages of briefings show when they failed. */
export default function BriefingsError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <ErrorState
      title="This page of the briefings could not be shown."
      bugId={error.digest}
      actions={
        <>
          <Button onClick={retry}>Try again</Button>
          <LinkButton href="/briefings" variant="quiet">
            All briefings
          </LinkButton>
        </>
      }
    >
      <p>What was saved or published stays so. What you typed into a draft and did not save is kept in this browser.</p>
    </ErrorState>
  )
}
