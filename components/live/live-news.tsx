'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { alertPath } from '@/components/inbox/notice-words'
import { followNews } from '@/components/live/follow-news'
import { watchWriting } from '@/components/live/in-use'
import { Button } from '@/components/ui/button'
import { formatPlural } from '@/lib/format'
import type { InboxNews } from '@/lib/inbox/views'

/** How often it is tried again to bring a page up to date on which somebody is writing. */
const AGAIN_MS = 2000
/**
 * Keeps an open page up with the reader's inbox: the count in the top bar, what the page lists, and a quiet note of each new
 * alert, which stays until it is dismissed; a hidden tab is brought up when it is looked at again. What was there when the page came
 * is not told again. While somebody writes on the page it stays as it is: a form must not be taken away under their hands, nor
 * what they are about to decide on.
 */
export function LiveNews({ count }: { count: number }) {
  const router = useRouter()
  const [fresh, setFresh] = useState<InboxNews['alerts']>([])
  /** Instant of the latest alert that is known; null before the first answer. */
  const latest = useRef<string | null>(null)
  const shown = useRef(count)
  shown.current = count
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    const writing = watchWriting()
    const refresh = () => {
      clearTimeout(again)
      if (writing.isInUse()) again = setTimeout(refresh, AGAIN_MS)
      else router.refresh()
    }
    const leave = followNews((news) => {
      const before = latest.current
      // Newest first; what was read since may have been newer.
      const newest = news.alerts[0]?.at ?? ''
      latest.current = before !== null && before > newest ? before : newest
      const arrived = before === null ? [] : news.alerts.filter(({ at }) => at > before)
      const waiting = new Set(news.alerts.map(({ id }) => id))
      setFresh((told) => [...arrived, ...told.filter(({ id }) => waiting.has(id))])
      if (arrived.length > 0 || news.count !== shown.current) refresh()
    })
    return () => {
      leave()
      clearTimeout(again)
      writing.stop()
    }
  }, [router])
  const [first, ...more] = fresh
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed right-3 bottom-3 z-40 max-w-[calc(100vw-1.5rem)]"
      data-print="hide"
    >
      {first && (
        <div className="pointer-events-auto w-96 max-w-full rounded border border-line-strong bg-raised p-3 text-sm shadow-lg">
          <p className="text-xs text-muted">Rule “{first.rule.name}”</p>
          <p className="mt-0.5">
            <Link href={alertPath(first)} className="font-medium hover:underline" onClick={() => setFresh([])}>
              {first.headline}
            </Link>
          </p>
          {first.numbers && <p className="mt-0.5 tabular-nums">{first.numbers}</p>}
          <div className="mt-2 flex items-center justify-between gap-3">
            <span className="text-xs text-muted">
              {more.length > 0 && `and ${formatPlural(more.length, 'more', 'more')}`}
            </span>
            <Button size="sm" variant="quiet" onClick={() => setFresh([])}>
              Dismiss
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
