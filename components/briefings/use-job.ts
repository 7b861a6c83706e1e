'use client'

import { useEffect, useRef, useState } from 'react'
import { UNREACHABLE } from '@/components/review/review-words'
import type { ExportStatus } from '@/lib/briefings/views'

/** How often the page asks how far a job is. */
const ASK_EVERY_MS = 700

/** What every job of the desk tells of itself. */
interface Job {
  id: string
  status: ExportStatus
  /** 0…1. */
  progress: number
  error: string
}

/** A job that was asked for: how far it is; null until the desk has begun. `error` says why there is none, or why it failed. */
export interface AskedJob<J extends Job> {
  job: J | null
  error: string
}

async function answerOf<J extends Job>(response: Response): Promise<J> {
  const body: J & { title?: string } = await response.json()
  if (!response.ok) throw new Error(body.title ?? UNREACHABLE)
  return body
}

const sentenceOf = (error: unknown): string =>
  // A request that did not arrive is a TypeError; anything else says by itself what is wrong.
  error instanceof Error && !(error instanceof TypeError) ? error.message : UNREACHABLE

const isRunning = ({ status }: Job): boolean => status === 'running' || status === 'waiting'

/** Has one job at a time done at an address of the API: asks how far it is, says when it is done, or gives it up. */
export function useJob<J extends Job>(base: string, done: (job: J) => void) {
  const [asked, setAsked] = useState<AskedJob<J> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Counts what was asked for. An answer to what was asked before tells nothing any more, also where it comes last. */
  const turn = useRef(0)
  const next = () => {
    clearTimeout(timer.current)
    turn.current++
    return turn.current
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      turn.current++
    },
    [],
  )

  const ask = async (request: () => Promise<Response>, mine: number): Promise<void> => {
    try {
      const job = await answerOf<J>(await request())
      if (mine !== turn.current) return
      setAsked({ job, error: job.error })
      if (job.status === 'done') done(job)
      if (isRunning(job))
        timer.current = setTimeout(() => void ask(() => fetch(`${base}/${job.id}`), mine), ASK_EVERY_MS)
    } catch (error) {
      if (mine !== turn.current) return
      console.warn('The desk did not do it.', error)
      setAsked({ job: null, error: sentenceOf(error) })
    }
  }
  const send = (method: 'POST' | 'DELETE', address: string, body: object) => () =>
    fetch(address, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  return {
    asked,
    running: asked !== null && asked.error === '' && (asked.job === null || isRunning(asked.job)),
    start: (body: object) => {
      setAsked({ job: null, error: '' })
      void ask(send('POST', base, body), next())
    },
    cancel: () => {
      if (asked?.job) void ask(send('DELETE', `${base}/${asked.job.id}`, {}), next())
    },
  }
}
