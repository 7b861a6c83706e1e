'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { UNREACHABLE } from '@/components/review/review-words'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { ExportView } from '@/lib/briefings/views'

/** How often the page asks how far a file is. */
const ASK_EVERY_MS = 700

/** A file that is asked for: how far it is, or why there is none. */
export interface AskedExport {
  format: ExportFormat
  /** Null until the desk has begun. */
  job: ExportView | null
  error: string
}

async function answerOf(response: Response): Promise<ExportView> {
  const body: ExportView & { title?: string } = await response.json()
  if (!response.ok) throw new Error(body.title ?? UNREACHABLE)
  return body
}

/** Lets the browser take in a file without leaving the page. */
function download(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

/** Has files of a draft made, one at a time: asks how far one is, downloads it when it is done, or gives it up. */
export function useExport(draftId: string) {
  const [asked, setAsked] = useState<AskedExport | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const base = `/api/v1/briefings/${draftId}/exports`
  useEffect(() => () => clearTimeout(timer.current), [])

  const follow = useCallback(
    (format: ExportFormat, answer: () => Promise<Response>) => {
      const ask = async () => {
        try {
          const job = await answerOf(await answer())
          setAsked({ format, job, error: job.error })
          if (job.status === 'done') download(`${base}/${job.id}/file`, job.name)
          else if (job.status === 'running' || job.status === 'waiting')
            timer.current = setTimeout(() => follow(format, () => fetch(`${base}/${job.id}`)), ASK_EVERY_MS)
        } catch (error) {
          console.warn('The file could not be made.', error)
          setAsked({
            format,
            job: null,
            error: error instanceof TypeError ? UNREACHABLE : String((error as Error).message),
          })
        }
      }
      void ask()
    },
    [base],
  )
  const start = (format: ExportFormat) => {
    clearTimeout(timer.current)
    setAsked({ format, job: null, error: '' })
    follow(format, () =>
      fetch(base, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ format }),
      }),
    )
  }
  const cancel = () => {
    clearTimeout(timer.current)
    const id = asked?.job?.id
    if (asked && id !== undefined)
      follow(asked.format, () =>
        fetch(`${base}/${id}`, { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{}' }),
      )
  }
  return { asked, start, cancel }
}
