'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
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
  work: (seen: Seen) => Promise<ActionResult<Written>>
  /** The state that was seen when it was begun; the latest that is known where it is left out. */
  base?: number
  done?: () => void
}

const isConflict = (detail: unknown): detail is DraftConflict =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail && 'base' in detail

/** Writes a draft, one write at a time, and keeps what was refused, so that it can be written over what is there now. */
export function useDraftWrites({ id, revision }: Pick<DraftView, 'id' | 'revision'>) {
  const router = useRouter()
  const [written, setWritten] = useState(revision)
  const [last, setLast] = useState<DraftWrite | null>(null)
  const { failure, pending, run } = useSettled()
  const latest = Math.max(revision, written)

  const write = ({ work, base, done }: DraftWrite) => {
    setLast({ work, done })
    run(
      () => work({ id, baseRevision: base ?? latest }),
      (answer) => {
        setWritten(answer.revision)
        done?.()
        router.refresh()
      },
    )
  }
  const conflict = failure?.code === 'CONFLICT' && isConflict(failure.detail) ? failure.detail : null
  return {
    latest,
    write,
    pending,
    failure,
    conflict,
    /** Writes what was refused over what somebody else wrote. */
    insist: () => {
      if (last && conflict) write({ ...last, base: conflict.theirs.revision })
    },
    /** Goes on from what is there now, without what was refused. */
    giveIn: () => {
      run(async () => ({ ok: true as const, data: null }))
      router.refresh()
    },
  }
}

export type DraftWrites = ReturnType<typeof useDraftWrites>
