'use client'

import { useCallback, useState, useTransition } from 'react'
import { settle } from '@/components/review/settle'
import type { ActionResult } from '@/lib/form-action'

export type Failure = Extract<ActionResult<unknown>, { ok: false }>

/** Runs actions one at a time, and keeps why the last one failed. */
export function useSettled() {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pending, startTransition] = useTransition()
  const run = useCallback(
    <T>(work: () => Promise<ActionResult<T>>, done?: (data: T) => void) =>
      startTransition(async () => {
        const result = await settle(work())
        setFailure(result.ok ? null : result)
        if (result.ok) done?.(result.data)
      }),
    [],
  )
  return { failure, pending, run }
}
