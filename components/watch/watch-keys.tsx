'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { usePageKeys } from '@/components/shell/page-keys'
import { NEW_RULE_PATH } from '@/components/watch/condition-words'

/** `r` begins a rule, `l` goes to the form of a list; where there are alerts, their list has keys of its own. */
export function WatchKeys() {
  const router = useRouter()
  usePageKeys(
    useMemo(
      () => ({
        r: () => router.push(NEW_RULE_PATH),
        l: () => document.querySelector<HTMLElement>('#new-list input')?.focus(),
      }),
      [router],
    ),
  )
  return null
}
