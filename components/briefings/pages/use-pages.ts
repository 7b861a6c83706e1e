'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type OpenPdf, PdfReader } from '@/components/briefings/pages/pdf-reader'

const UNREACHABLE = 'The server could not be reached.'
const NOT_DRAWN = 'This browser could not draw the pages.'

/** What the desk said instead of a PDF, in words for people. */
class Refusal extends Error {}

async function bytesAt(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal }).catch(() => {
    throw new Refusal(UNREACHABLE)
  })
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  const { title }: { title?: string } = await response.json()
  throw new Refusal(title ?? UNREACHABLE)
}

/** The reader of what is shown here: begun when it is first asked for, ended with what is shown. */
function useReader(): () => Promise<PdfReader> {
  const begun = useRef<Promise<PdfReader> | null>(null)
  useEffect(
    () => () => {
      void begun.current?.then(
        (reader) => reader.close(),
        () => undefined,
      )
      begun.current = null
    },
    [],
  )
  return useCallback(() => {
    begun.current ??= PdfReader.start().catch((error: unknown) => {
      // The next one who asks tries again.
      begun.current = null
      throw error
    })
    return begun.current
  }, [])
}

interface Pages {
  /** The latest that was opened; it stays while the next one is made. */
  pdf: OpenPdf | null
  /** The next one is being made. */
  busy: boolean
  /** Why there is none, or no newer one; empty while all is well. */
  problem: string
  tryAgain: () => void
  /** Says that a page could not be drawn. */
  onFailure: (error: unknown) => void
}

/**
 * The PDF at an address, made anew whenever the state changes of which it tells. Only the latest that was asked for is ever shown: what was
 * asked for before is aborted.
 */
export function usePages(address: string, state: string): Pages {
  const reader = useReader()
  const [pdf, setPdf] = useState<OpenPdf | null>(null)
  const [busy, setBusy] = useState(true)
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(0)

  const onFailure = useCallback((error: unknown) => {
    if (!(error instanceof Refusal)) console.warn('The pages could not be drawn.', error)
    setProblem(error instanceof Refusal ? error.message : NOT_DRAWN)
    setBusy(false)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: of another state, and when it is tried again, it is another file.
  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    const make = async () => {
      const [bytes, open] = await Promise.all([bytesAt(address, signal), reader()])
      signal.throwIfAborted()
      const next = await open.open(bytes)
      if (signal.aborted) return next.close()
      setPdf(next)
      setBusy(false)
    }
    setBusy(true)
    setProblem('')
    make().catch((error: unknown) => {
      if (!signal.aborted) onFailure(error)
    })
    return () => stopping.abort()
  }, [address, state, attempt, reader, onFailure])

  useEffect(
    () => () => {
      void pdf?.close()
    },
    [pdf],
  )
  return { pdf, busy, problem, tryAgain: () => setAttempt((count) => count + 1), onFailure }
}
