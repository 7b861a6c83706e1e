'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { MethodParameters } from '@/lib/core/scoring'
import { previewDraftAction } from '@/lib/method/actions'
import type { DyadPreview } from '@/lib/method/views'

/** A preview as far as it has come. */
export interface PreviewRun {
  /** The parameters that it is of. */
  parameters: MethodParameters
  asked: number
  running: boolean
  previews: DyadPreview[]
  /** Why it ended early; empty where it did not. */
  failure: string
}

/** Previews dyads one after another, each in a request of its own, so that it can be watched and stopped. */
export function usePreviewRun() {
  const [run, setRun] = useState<PreviewRun | null>(null)
  const turn = useRef(0)

  const stop = useCallback(() => {
    turn.current++
    setRun((old) => old && { ...old, running: false })
  }, [])

  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )

  const start = useCallback(async (dyadIds: readonly string[], parameters: MethodParameters) => {
    const mine = ++turn.current
    let state: PreviewRun = { parameters, asked: dyadIds.length, running: true, previews: [], failure: '' }
    setRun(state)
    for (const dyadId of dyadIds) {
      const result = await previewDraftAction({ dyadId, parameters }).catch((error: unknown) => {
        console.warn('A preview got no answer.', error)
        return null
      })
      if (turn.current !== mine) return
      const failure = result === null ? 'The server could not be reached.' : result.ok ? '' : result.message
      if (result?.ok) state = { ...state, previews: [...state.previews, result.data] }
      else state = { ...state, failure, running: false }
      setRun(state)
      if (!state.running) return
    }
    setRun({ ...state, running: false })
  }, [])

  return { run, start, stop }
}
