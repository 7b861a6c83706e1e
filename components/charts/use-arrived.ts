'use client'

import { useEffect, useState } from 'react'

/** What a promise came to; `value` null until it has come, `failed` where it never will. */
export interface Arrived<T> {
  value: T | null
  failed: boolean
}

/** Waits for what the server sends later, without making the rest of the page wait. No promise never arrives. */
export function useArrived<T>(promise: Promise<T> | undefined): Arrived<T> {
  const [state, setState] = useState<Arrived<T> & { of: Promise<T> | undefined }>({
    of: undefined,
    value: null,
    failed: false,
  })
  useEffect(() => {
    let waits = true
    promise?.then(
      (value) => waits && setState({ of: promise, value, failed: false }),
      () => waits && setState({ of: promise, value: null, failed: true }),
    )
    return () => {
      waits = false
    }
  }, [promise])
  return state.of === promise ? state : { value: null, failed: false }
}
