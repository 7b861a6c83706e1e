'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { requestSignOut } from '@/lib/auth/sign-in-request'

interface SignOutButtonProps {
  variant?: 'secondary' | 'quiet'
  size?: 'sm' | 'md'
  className?: string
}

/** Ends this session and goes to the sign-in page. */
export function SignOutButton({ variant = 'quiet', size = 'sm', className }: SignOutButtonProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const leave = async () => {
    setState('busy')
    if (await requestSignOut()) window.location.assign('/sign-in')
    else setState('failed')
  }
  return (
    <Button variant={variant} size={size} className={className} disabled={state === 'busy'} onClick={leave}>
      <span aria-live="polite">{state === 'failed' ? 'Not signed out: try again' : 'Sign out'}</span>
    </Button>
  )
}
