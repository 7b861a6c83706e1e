'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useSettled } from '@/components/watch/use-settled'
import type { DraftConflict, DraftView, Written } from '@/lib/briefings/views'
import type { ActionResult } from '@/lib/form-action'

/** What a write names: the draft, and the state of it that its writer saw. */
export interface Seen {
  id: string
  baseRevision: number
}

/** A write of a draft. */
export interface DraftWrite {
  /** What of the draft it is of, by which what is said of it is told apart. */
  of: string
  work: (seen: Seen) => Promise<ActionResult<Written>>
  /** The state that was seen when it was begun; the latest that is known when its turn comes where it is left out. */
  base?: number
  /** Shows what is to be until it is. */
  begin?: () => void
  done?: (revision: number) => void
}

const isConflict = (detail: unknown): detail is DraftConflict =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail && 'base' in detail

/** Writes a draft, one write after the other, and keeps what was refused, so that it can be written over what is there now. */
export function useDraftWrites({ id, revision }: Pick<DraftView, 'id' | 'revision'>) {
  const router = useRouter()
  const [written, setWritten] = useState(revision)
  const [last, setLast] = useState<DraftWrite | null>(null)
  const [refused, setRefused] = useState<DraftWrite | null>(null)
  const { failure, pending, run } = useSettled()
  const latest = Math.max(revision, written)
  const known = useRef(latest)
  known.current = Math.max(known.current, latest)
  /** The revisions that were written from here, by what they were of: nobody is in conflict with themselves. */
  const own = useRef(new Map<string, number>())
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const inTurn = async (asked: DraftWrite): Promise<ActionResult<Written>> => {
    setLast(asked)
    const { of, work, base = known.current } = asked
    const answer = await work({ id, baseRevision: Math.max(base, own.current.get(of) ?? 0) })
    if (!answer.ok) setRefused(asked)
    else {
      known.current = Math.max(known.current, answer.data.revision)
      own.current.set(of, answer.data.revision)
    }
    return answer
  }
  const write = (asked: DraftWrite) =>
    run(
      () => {
        asked.begin?.()
        const mine = turn.current.catch(() => undefined).then(() => inTurn(asked))
        turn.current = mine
        return mine
      },
      (answer) => {
        setWritten(answer.revision)
        asked.done?.(answer.revision)
        router.refresh()
      },
    )
  const conflict = failure?.code === 'CONFLICT' && isConflict(failure.detail) ? failure.detail : null
  return {
    latest,
    write,
    pending,
    failure,
    conflict,
    /** What the write is of that is under way, or was the last. */
    of: last?.of ?? null,
    /** What the last one was of that was refused. */
    refused: refused?.of ?? null,
    /** Writes what was refused over what somebody else wrote. */
    insist: () => {
      if (refused && conflict) write({ ...refused, base: conflict.theirs.revision })
    },
    /** Goes on from what is there now, without what was refused. */
    giveIn: () => {
      run(async () => ({ ok: true as const, data: null }))
      router.refresh()
    },
  }
}

export type DraftWrites = ReturnType<typeof useDraftWrites>
