'use client'

import { useEffect, useState } from 'react'
import type { PreviewInput } from '@/lib/samples/schema'
import type { DrawPreview } from '@/lib/samples/views'

/** How many incidents can be drawn, asked anew whenever the question changes; null until the server has answered. */
export function useDrawPreview(question: PreviewInput): { preview: DrawPreview | null; unreachable: boolean } {
  const [state, setState] = useState<{ preview: DrawPreview | null; unreachable: boolean }>({
    preview: null,
    unreachable: false,
  })
  const body = JSON.stringify(question)
  useEffect(() => {
    const controller = new AbortController()
    const ask = async () => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', body, headers, signal: controller.signal }
      const response = await fetch('/api/v1/samples/preview', init)
      const preview = response.ok ? ((await response.json()) as DrawPreview) : null
      setState({ preview, unreachable: !response.ok })
    }
    ask().catch(() => {
      if (!controller.signal.aborted) setState({ preview: null, unreachable: true })
    })
    return () => controller.abort()
  }, [body])
  return state
}
