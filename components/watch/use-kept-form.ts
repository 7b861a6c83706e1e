'use client'

import { type FormEvent, useState } from 'react'
import {
  following,
  type NamedPart,
  type Stand,
  sameFields,
  saving,
  startingFrom,
  taking,
  typing,
} from '@/components/watch/kept-state'
import { useSettled } from '@/components/watch/use-settled'
import type { ActionResult } from '@/lib/form-action'
import { newId } from '@/lib/incidents/draft-store'
import { mergeParts } from '@/lib/merge-parts'

/** What a save says of itself: a new thing is made once, however often it is sent, and a change names what it started from. */
interface SaveKey<F> {
  requestId: string
  baseRevision: number
  /** What is stored, as far as the form knows. */
  base: F
}

/** What a save does. */
type Send<F, W> = (key: SaveKey<F>) => Promise<ActionResult<W>>

interface KeptFormProps<F extends object, S> {
  /** What there is to change; undefined while it is yet to be made. */
  stored: { revision: number } | undefined
  /** What is stored as the form holds it. */
  start: F
  parts: readonly NamedPart<F>[]
  /** The same of what a refused save is told that it stands. */
  fieldsOf: (state: S) => F
}

/** What somebody else made of a part. */
export interface TheirPart {
  label: string
  theirs: string
}

/** Somebody else's changes, beside mine. */
export interface TheirChanges {
  clashes: TheirPart[]
  taken: TheirPart[]
}

/**
 * What the form of something with revisions does, whatever its fields are. What is typed stays when a save is refused, and when the
 * page is read anew; where nothing is typed, the form shows what is stored.
 */
export function useKeptForm<F extends object, S>({ stored, start, parts, fieldsOf }: KeptFormProps<F, S>) {
  const [requestId] = useState(newId)
  const [kept, setKept] = useState(() => startingFrom({ revision: stored?.revision ?? 0, fields: start }))
  const { failure, pending, run } = useSettled()
  const current = stored ? following(kept, { revision: stored.revision, fields: start }, parts) : kept
  if (current !== kept) setKept(current)
  const { base, fields, saved, taken } = current

  const theirs = failure?.code === 'CONFLICT' ? standIn<F, S>(failure.detail, fieldsOf) : null
  const beside = theirs && theirs.revision > base.revision ? theirs : null
  const named = (of: NamedPart<F>[], by: F): TheirPart[] => of.map(({ label, words }) => ({ label, theirs: words(by) }))
  const changes = (by: F, { clashes, taken }: { clashes: NamedPart<F>[]; taken: NamedPart<F>[] }): TheirChanges => {
    return { clashes: named(clashes, by), taken: named(taken, by) }
  }

  const save = <W extends { revision: number }>(send: Send<F, W>, made?: (written: W) => void) =>
    run(
      () => send({ requestId, baseRevision: base.revision, base: base.fields }),
      (written) => {
        if (!stored) return made?.(written)
        setKept((now) => saving(now, { revision: written.revision, fields }))
      },
    )
  // A refusal for somebody else's sake is over once theirs is taken in.
  const refused = theirs && !beside ? null : failure
  return {
    fields,
    set: (change: Partial<F>) => setKept((now) => typing(now, change)),
    failure: refused,
    errors: refused?.fieldErrors,
    pending,
    saved: saved && !refused,
    /** Whether something is typed that is not stored. */
    typed: !sameFields(parts, fields, base.fields),
    /** What somebody else changed, while that keeps mine from being saved. */
    conflict: beside && changes(beside.fields, mergeParts(parts, base.fields, fields, beside.fields)),
    /** What became of it once it was taken in, until mine is saved. */
    merged: taken && changes(base.fields, taken),
    /** Takes in what somebody else changed, and goes on from there. */
    take: () => beside && setKept((now) => taking(now, beside, parts)),
    /** Handles the form's submit; `made` is called when a new one is there. */
    onSubmit:
      <W extends { revision: number }>(send: Send<F, W>, made?: (written: W) => void) =>
      (event: FormEvent) => {
        event.preventDefault()
        save(send, made)
      },
  }
}

/** What the detail of a conflict says that is stored; null where it says something else. */
function standIn<F, S>(detail: unknown, fieldsOf: (state: S) => F): Stand<F> | null {
  if (typeof detail !== 'object' || detail === null || !('state' in detail)) return null
  const { revision, state } = detail as { revision: number; state: S }
  return { revision, fields: fieldsOf(state) }
}
