'use client'

import { useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import { Button } from '@/components/ui/button'
import { signOutEverywhereAction } from '@/lib/accounts/actions'

/** Ends all sessions of the viewer, this one too. */
export function SignOutEverywhere() {
  const [message, setMessage] = useState('')
  const [pending, start] = useTransition()
  const leave = () =>
    start(async () => {
      const result = await settle(signOutEverywhereAction())
      if (result.ok || result.code === 'UNAUTHENTICATED') window.location.assign('/sign-in')
      else setMessage(result.message)
    })
  return (
    <div className="flex flex-col items-start gap-2">
      <Button variant="danger" disabled={pending} onClick={leave}>
        Sign out everywhere
      </Button>
      <p aria-live="polite" className="text-sm font-medium text-danger">
        {message}
      </p>
    </div>
  )
}
