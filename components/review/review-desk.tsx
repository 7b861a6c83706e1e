'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { incidentPath } from '@/components/incidents/incident-path'
import { DecisionBar } from '@/components/review/decision-bar'
import { isSame, neighbourOf } from '@/components/review/next-entry'
import { QueueList } from '@/components/review/queue-list'
import { ReturnBox } from '@/components/review/return-box'
import type { ReviewAddress } from '@/components/review/review-address'
import { type Notice, type OpenItem, useDecisions } from '@/components/review/use-decisions'
import { usePageKeys } from '@/components/shell/page-keys'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { QueueEntry } from '@/lib/review/views'

interface ReviewDeskProps {
  /** Login of the reader, whose comments are kept apart from others of this browser. */
  login: string
  entries: QueueEntry[]
  /** Where the next page of the queue begins; null on the last. */
  next: string | null
  item: OpenItem | null
  ownAllowed: boolean
  address: ReviewAddress
  /** Links to further pages of the queue. */
  pages: ReactNode
  /** What is proposed, and on what it rests. */
  proposal: ReactNode
  evidence: ReactNode
  /** Instead of all that, where nothing waits. */
  empty: ReactNode
}

/** Says what the latest decision did, quietly; what went wrong stands out. */
function NoticeLine({ notice, onUndo }: { notice: Notice | null; onUndo?: () => void }) {
  return (
    <div role="status" className="mb-3 empty:hidden">
      {notice?.tone === 'problem' && <Callout tone="warning" title={notice.text} />}
      {notice?.tone === 'quiet' && (
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {notice.text}
          {onUndo && (
            <Button size="sm" variant="quiet" onClick={onUndo}>
              Take the last approval back
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

/** Brings the open entry into sight within its list, and what it says to its beginning. */
function showFromTheTop(queue: HTMLElement | null, item: HTMLElement | null) {
  const entry = queue?.querySelector<HTMLElement>('[aria-current]')
  if (queue && entry) {
    const [box, place] = [queue.getBoundingClientRect(), entry.getBoundingClientRect()]
    if (place.top < box.top) queue.scrollTop -= box.top - place.top
    else if (place.bottom > box.bottom) queue.scrollTop += place.bottom - box.bottom
  }
  if (item && item.getBoundingClientRect().top < 0) item.scrollIntoView({ block: 'start' })
}

/** The queue, the open item and its evidence, worked by keyboard: one decision a keystroke. */
export function ReviewDesk(props: ReviewDeskProps) {
  const { login, entries, next, item, ownAllowed, address, pages, proposal, evidence, empty } = props
  const router = useRouter()
  const decisions = useDecisions(entries, item, address)
  const { approve, sendBack, undo, open, openPage, busy, notice, fieldErrors, unsure, canUndo } = decisions
  const [returning, setReturning] = useState<string | null>(null)
  const returnButton = useRef<HTMLButtonElement>(null)
  const queue = useRef<HTMLDivElement>(null)
  const middle = useRef<HTMLDivElement>(null)
  const key = item && `${item.dyadId}/${item.id}`
  const waits = item !== null && item.hindrance !== 'not-waiting'

  // While a decision is under way another item is about to open.
  const startReturn = () => !busy && waits && setReturning(key)
  const endReturn = () => {
    setReturning(null)
    returnButton.current?.focus()
  }
  const move = (step: 1 | -1) => {
    const entry = neighbourOf(entries, item, step)
    if (busy) return
    if (entry) open({ dyadId: entry.dyadId, id: entry.id })
    // An item that a link opened may stand on no page: then there is no end to go beyond.
    else if (step === 1 && next && isSame(entries[entries.length - 1], item)) openPage(next)
  }
  usePageKeys({
    j: () => move(1),
    k: () => move(-1),
    a: approve,
    r: startReturn,
    u: undo,
    e: () => item && !busy && router.push(`${incidentPath(item)}/edit`),
  })
  useEffect(() => {
    if (key) showFromTheTop(queue.current, middle.current)
  }, [key])

  const line = <NoticeLine notice={notice} onUndo={canUndo ? undo : undefined} />
  if (empty) {
    return (
      <>
        {line}
        {empty}
      </>
    )
  }
  return (
    <>
      {line}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[18rem_minmax(0,1fr)_22rem]">
        <section
          ref={queue}
          aria-label="Queue"
          className="relative max-h-72 overflow-y-auto rounded border lg:sticky lg:top-4 lg:row-span-2 lg:max-h-[calc(100vh-2rem)] xl:row-span-1"
        >
          <QueueList entries={entries} open={item} address={address} />
          {pages}
        </section>
        <div ref={middle} className="min-w-0 scroll-mt-2" aria-busy={busy}>
          {item && (
            <div className="sticky top-0 z-10 -mx-1 mb-3 border-b bg-ground px-1 py-2.5" data-print="hide">
              <DecisionBar
                item={unsure === 'approve' ? { ...item, hindrance: null } : item}
                ownAllowed={ownAllowed}
                busy={busy}
                returnButton={returnButton}
                onApprove={approve}
                onReturn={startReturn}
              />
              <ReturnBox
                key={key}
                name={`${login}:${key}`}
                open={returning === key}
                busy={busy}
                canSend={waits || unsure === 'return'}
                error={fieldErrors.comment}
                onSend={(comment, onSent) =>
                  sendBack(comment, () => {
                    onSent()
                    setReturning(null)
                  })
                }
                onOpen={() => setReturning(key)}
                onClose={endReturn}
              />
            </div>
          )}
          {proposal}
        </div>
        <div className="min-w-0 space-y-5 lg:col-start-2 xl:col-start-3">{evidence}</div>
      </div>
      <p className="sr-only" aria-live="polite">
        {item && `${item.id} is open`}
      </p>
    </>
  )
}
