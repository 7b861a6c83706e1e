'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { useSettled } from '@/components/watch/use-settled'
import type { ActionResult } from '@/lib/form-action'

/**
 * Runs what switches the thing on the page, or puts it aside, from the revision that is shown. While one is under way, nothing else is
 * begun: it would be in conflict with it. In a conflict the page is read anew: it is switched from what stands there now, once that
 * is seen.
 */
export function useSwitching() {
  const router = useRouter()
  const { failure, pending, run } = useSettled()
  // Two keys may come before the page is drawn anew.
  const busy = useRef(false)
  useLayoutEffect(() => {
    busy.current = pending
  }, [pending])
  const turn = useCallback(
    (work: () => Promise<ActionResult<unknown>>) => {
      if (busy.current) return
      busy.current = true
      run(async () => {
        const result = await work()
        if (!result.ok && result.code === 'CONFLICT') router.refresh()
        return result
      })
    },
    [router, run],
  )
  return { failure, pending, turn }
}
