'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { usePageKeys } from '@/components/shell/page-keys'

/** `[` and `]` lead to the week before and after, where there is one. */
export function WeekKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const router = useRouter()
  const keys = useMemo(
    () => ({
      '[': () => previous !== null && router.push(previous),
      ']': () => next !== null && router.push(next),
    }),
    [router, previous, next],
  )
  usePageKeys(keys)
  return null
}
