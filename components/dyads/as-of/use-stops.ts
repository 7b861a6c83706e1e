'use client'

import { useEffect, useState } from 'react'
import type { StopsView } from '@/lib/as-of/views'

/**
 * The stops of a dyad's slider, asked for once they are wanted: a page that nobody slides does not read the whole history.
 * `failed` when they could not be had.
 */
export function useStops(dyadId: string, wanted: boolean): { stops: StopsView | null; failed: boolean } {
  const [stops, setStops] = useState<StopsView | null>(null)
  const [failed, setFailed] = useState(false)
  const missing = wanted && stops === null
  useEffect(() => {
    if (!missing) return
    const leaving = new AbortController()
    const ask = async () => {
      const response = await fetch(`/api/v1/dyads/${dyadId}/stops`, { signal: leaving.signal })
      if (!response.ok) throw new Error(`answered ${response.status}`)
      setStops(await response.json())
      setFailed(false)
    }
    ask().catch((error: unknown) => {
      if (leaving.signal.aborted) return
      console.warn('The moments of the slider could not be read.', error)
      setFailed(true)
    })
    return () => leaving.abort()
  }, [dyadId, missing])
  return { stops, failed }
}
