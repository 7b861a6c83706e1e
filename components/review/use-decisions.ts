'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { isSame, nextToDecide } from '@/components/review/next-entry'
import { type ItemKey, type ReviewAddress, reviewPath } from '@/components/review/review-address'
import { HINDRANCE_WORDS } from '@/components/review/review-words'
import { settle } from '@/components/review/settle'
import type { FieldErrors } from '@/lib/errors'
import type { ActionResult } from '@/lib/form-action'
import type { ConflictDetail } from '@/lib/incidents/views'
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

interface Approval extends ItemKey {
  revision: number
}

const isConflict = (detail: unknown): detail is ConflictDetail =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail

/** Why a decision was not taken, in words of a reviewer. */
function refusalOf(result: Extract<ActionResult<unknown>, { ok: false }>, { id }: ItemKey): string {
  if (result.code !== 'CONFLICT' || !isConflict(result.detail)) return result.message
  const { by, status } = result.detail.theirs
  const now = status === 'in_review' ? 'Below is what it says now.' : 'It does not wait for review any more.'
  return `${by} changed ${id} while you were reading it. ${now}`
}

/** The decisions of a reviewer on the open item: each is sent once, then the next item opens. */
export function useDecisions(entries: QueueEntry[], item: OpenItem | null, { filter, after }: ReviewAddress) {
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  const [notice, setNotice] = useState<Notice | null>(null)
  const [approvals, setApprovals] = useState<Approval[]>([])
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>({})

  const open = (key: ItemKey | null) =>
    startTransition(() =>
      router.replace(reviewPath({ filter, after: key ? after : undefined, item: key }), { scroll: false }),
    )
  const refused = (result: Extract<ActionResult<unknown>, { ok: false }>, key: ItemKey) => {
    setFieldErrors(result.fieldErrors ?? {})
    // What is wrong with a field is said at the field.
    if (result.fieldErrors) return
    setNotice({ tone: 'problem', text: refusalOf(result, key), beside: item && [item] })
    startTransition(() => router.refresh())
  }
  const decided = (text: string, key: ItemKey) => {
    setFieldErrors({})
    const next = nextToDecide(entries, key)
    setNotice({ tone: 'quiet', text, beside: next && [key, next] })
    open(next && { dyadId: next.dyadId, id: next.id })
  }

  const approve = () => {
    if (!item || busy) return
    if (item.hindrance) return setNotice({ tone: 'problem', text: HINDRANCE_WORDS[item.hindrance], beside: [item] })
    const { dyadId, id, revision: baseRevision } = item
    startTransition(async () => {
      const result = await settle(approveAction({ dyadId, id, baseRevision, comment: '' }))
      if (!result.ok) return refused(result, item)
      setApprovals((done) => [...done, { dyadId, id, revision: result.data.revision }])
      decided(`Approved ${id} — u takes it back`, item)
    })
  }

  /** Sends the open item back; `onSent` runs once it is. */
  const sendBack = (comment: string, onSent: () => void) => {
    if (!item || busy) return
    const { dyadId, id, revision: baseRevision, authors } = item
    startTransition(async () => {
      const result = await settle(returnAction({ dyadId, id, baseRevision, comment }))
      if (!result.ok) return refused(result, item)
      onSent()
      decided(`Sent ${id} back${authors.length > 0 ? ` to ${authors.join(', ')}` : ''} with your comment`, item)
    })
  }

  const undo = () => {
    const last = approvals.at(-1)
    if (!last || busy) return
    startTransition(async () => {
      const { dyadId, id, revision: baseRevision } = last
      const result = await settle(undoApprovalAction({ dyadId, id, baseRevision, reason: '' }))
      setApprovals((done) => done.filter((entry) => entry !== last))
      if (!result.ok) return refused(result, last)
      const text = `The approval of ${id} is taken back; it waits again`
      setNotice({ tone: 'quiet', text, beside: item ? [item, last] : null })
      open({ dyadId, id })
    })
  }

  const shown = notice && (notice.beside === null || notice.beside.some((key) => isSame(key, item))) ? notice : null
  return { approve, sendBack, undo, open, busy, notice: shown, fieldErrors, canUndo: approvals.length > 0 }
}
