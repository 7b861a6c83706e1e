'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'
import { isSame, nextToDecide } from '@/components/review/next-entry'
import { finished, type Refusal, refusalOf, unanswered } from '@/components/review/refusal'
import { type ItemKey, type ReviewAddress, reviewPath } from '@/components/review/review-address'
import { HINDRANCE_WORDS } from '@/components/review/review-words'
import { settle } from '@/components/review/settle'
import type { FieldErrors } from '@/lib/errors'
import { approveAction, returnAction, undoApprovalAction } from '@/lib/review/actions'
import type { Hindrance } from '@/lib/review/decide'
import type { QueueEntry } from '@/lib/review/views'

/** The open item, as far as a decision needs it. */
export interface OpenItem extends ItemKey {
  revision: number
  authors: string[]
  hindrance: Hindrance
}

/** What is said of the latest decision. */
export interface Notice {
  tone: 'quiet' | 'problem'
  text: string
  /** The items beside which it is shown; null beside whichever is open. */
  beside: ItemKey[] | null
}

/** A decision on an item at a revision. */
interface Decided extends ItemKey {
  revision: number
}

/** The decisions of a reviewer on the open item: each is sent once, then the next item opens. */
export function useDecisions(entries: QueueEntry[], item: OpenItem | null, { filter, after }: ReviewAddress) {
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  // A decision is on its way. `busy` lasts longer: until the next item stands there too.
  const sending = useRef(false)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [approvals, setApprovals] = useState<Decided[]>([])
  const [faults, setFaults] = useState<{ of: ItemKey; errors: FieldErrors } | null>(null)
  // What was sent and got no answer: it may be done already. Sent again as it was, it is done once.
  const [unsure, setUnsure] = useState<(Decided & { what: 'approve' | 'return' }) | null>(null)

  // The page may come to show a later revision by itself, as when something arrives in the inbox: what was read is what is decided on.
  const [read, setRead] = useState<Decided | null>(item)
  if (item && !isSame(item, read)) setRead(item)

  /** Sends one decision at a time. */
  const send = (decide: () => Promise<void>) => {
    sending.current = true
    startTransition(async () => {
      try {
        await decide()
      } finally {
        sending.current = false
      }
    })
  }
  const open = (key: ItemKey | null, page = after) =>
    startTransition(() =>
      router.replace(reviewPath({ filter, after: key ? page : undefined, item: key }), { scroll: false }),
    )
  /** Opens the page of the queue after this one, at its first item. */
  const openPage = (page: string) => startTransition(() => router.replace(reviewPath({ filter, after: page })))
  const refused = (result: Refusal, key: ItemKey) => {
    // What is wrong with a field is said at the field.
    if (result.fieldErrors) return setFaults({ of: key, errors: result.fieldErrors })
    setNotice({ tone: 'problem', text: refusalOf(result, key), beside: item && [item] })
    startTransition(() => {
      // Named in the address it stays open with what was typed about it, also where it does not wait any more.
      if (item) router.replace(reviewPath({ filter, after, item }), { scroll: false })
      router.refresh()
      // From here on it is about what is shown then.
      setRead(null)
    })
  }
  const decided = (text: string, key: ItemKey) => {
    setFaults(null)
    setUnsure(null)
    const next = nextToDecide(entries, key)
    setNotice({ tone: 'quiet', text, beside: next && [key, next] })
    open(next && { dyadId: next.dyadId, id: next.id })
  }
  /** The revision that a decision on the open item is about: where one got no answer, that which it was about. */
  const seen = (what: 'approve' | 'return', { dyadId, id, revision }: OpenItem): Decided => {
    const key = { dyadId, id }
    if (unsure?.what === what && isSame(unsure, key)) return { ...key, revision: unsure.revision }
    return { ...key, revision: read && isSame(key, read) ? read.revision : revision }
  }

  const approve = () => {
    if (!item || busy || sending.current) return
    const about = seen('approve', item)
    if (item.hindrance && about.revision === item.revision)
      return setNotice({ tone: 'problem', text: HINDRANCE_WORDS[item.hindrance], beside: [item] })
    const { dyadId, id, revision: baseRevision } = about
    send(async () => {
      const result = await settle(approveAction({ dyadId, id, baseRevision, comment: '' }))
      setUnsure(unanswered(result) ? { ...about, what: 'approve' } : null)
      if (!result.ok) return refused(result, item)
      setApprovals((done) => [...done, { dyadId, id, revision: result.data.revision }])
      decided(`Approved ${id} — u takes it back`, item)
    })
  }

  /** Sends the open item back; `onSent` runs once it is. */
  const sendBack = (comment: string, onSent: () => void) => {
    if (!item || busy || sending.current) return
    const about = seen('return', item)
    const { dyadId, id, revision: baseRevision } = about
    const { authors } = item
    send(async () => {
      const result = await settle(returnAction({ dyadId, id, baseRevision, comment }))
      setUnsure(unanswered(result) ? { ...about, what: 'return' } : null)
      if (!result.ok) return refused(result, item)
      onSent()
      decided(`Sent ${id} back${authors.length > 0 ? ` to ${authors.join(', ')}` : ''} with your comment`, item)
    })
  }

  /** Takes the last approval back, also while the next item is still being fetched: it is not about that one. */
  const undo = () => {
    const last = approvals.at(-1)
    if (!last || sending.current) return
    send(async () => {
      const { dyadId, id, revision: baseRevision } = last
      const result = await settle(undoApprovalAction({ dyadId, id, baseRevision, reason: '' }))
      // Without an answer it stays: it can be asked for again.
      if (finished(result)) setApprovals((done) => done.filter((entry) => entry !== last))
      if (!result.ok) return refused(result, last)
      const text = `The approval of ${id} is taken back; it waits again`
      setNotice({ tone: 'quiet', text, beside: item ? [item, last] : null })
      open({ dyadId, id })
    })
  }

  const shown = notice && (notice.beside === null || notice.beside.some((key) => isSame(key, item))) ? notice : null
  return {
    approve,
    sendBack,
    undo,
    open,
    openPage,
    busy,
    notice: shown,
    fieldErrors: faults && isSame(faults.of, item) ? faults.errors : {},
    /** What was decided on the open item and got no answer: it can be sent again, though the item may not wait any more. */
    unsure: unsure && isSame(unsure, item) ? unsure.what : null,
    canUndo: approvals.length > 0,
  }
}
