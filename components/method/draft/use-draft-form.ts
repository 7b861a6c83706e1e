'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useMemo, useReducer, useState, useTransition } from 'react'
import { type DraftStart, draftAfter, isDirty, startingWith } from '@/components/method/draft/draft-state'
import { writeKept } from '@/components/method/draft/kept-fields'
import { useUnsaved } from '@/components/method/draft/use-unsaved'
import { draftPath } from '@/components/method/drafts-section'
import type { FieldErrors } from '@/lib/errors'
import type { ActionResult } from '@/lib/form-action'
import { newId } from '@/lib/incidents/draft-store'
import { createDraftAction, saveDraftAction } from '@/lib/method/actions'
import type { DraftFields } from '@/lib/method/draft-fields'
import { judgeValues } from '@/lib/method/form-values'
import type { DraftConflict, DraftWritten } from '@/lib/method/views'

const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was saved. What you typed is kept; saving again is safe.'

/** Whether the detail of a refusal is the draft as somebody else left it. */
export const isConflict = (detail: unknown): detail is DraftConflict =>
  typeof detail === 'object' && detail !== null && 'parameters' in detail && 'revision' in detail

/** Errors by field, with those of parameters under their own path. */
const byPath = (errors: FieldErrors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, words]) => [path.replace(/^parameters\./, ''), words.join(' ')]),
  )

/** Sends a draft; a new one under an id of the form's own, so that sending it again makes no second. */
function send(start: { id: string; revision: number }, fields: DraftFields, parameters: unknown, requestId: string) {
  const { title, note, basedOn } = fields
  return start.id === 'new'
    ? createDraftAction({ title, note, basedOn, parameters, requestId })
    : saveDraftAction({ id: start.id, baseRevision: start.revision, title, note, parameters })
}

/** The state of a form of a draft, and its saving: whatever goes wrong, what was typed stays where it is. */
export function useDraftForm(first: DraftStart, element: RefObject<HTMLFormElement | null>) {
  const router = useRouter()
  const [state, tell] = useReducer(draftAfter, first, startingWith)
  const [requestId, setRequestId] = useState(newId)
  const [sending, setSending] = useState(false)
  const [leaving, startLeaving] = useTransition()
  const { start, fields } = state
  const dirty = isDirty(state)
  const kept = useMemo(() => {
    return { revision: start.revision, base: start.fields, fields, requestId }
  }, [start, fields, requestId])
  const keptAs = start.id === 'new' ? `new:${first.fields.basedOn}` : start.id
  const restored = useUnsaved(keptAs, kept, dirty, (found) => {
    tell({ kind: 'restored', kept: found })
    if (found.requestId) setRequestId(found.requestId)
  })
  const judged = useMemo(() => judgeValues(fields.values), [fields.values])
  const set = useCallback((path: string, text: string) => tell({ kind: 'typed', path, text }), [])

  const focusFirst = (paths: string[]) => {
    const inputs = Array.from(element.current?.elements ?? [])
    const faulty = inputs.find((input) => paths.includes(input.id))
    if (faulty instanceof HTMLElement) setTimeout(() => faulty.focus())
  }

  const fail = (message: string, errors: Record<string, string> = {}) => {
    tell({ kind: 'failed', message, errors })
    focusFirst(Object.keys(errors))
  }

  const answered = (result: ActionResult<DraftWritten>, sent: DraftFields, id: string) => {
    if (!result.ok) {
      if (result.code === 'CONFLICT' && isConflict(result.detail))
        return tell({ kind: 'stale', id, theirs: result.detail })
      return fail(result.message, byPath(result.fieldErrors ?? {}))
    }
    tell({ kind: 'saved', written: result.data, sent })
    if (first.id === result.data.id) return router.refresh()
    // What is typed from here on is kept under the draft's own name, and the draft's page finds it.
    writeKept(keptAs, null)
    startLeaving(() => router.replace(draftPath(result.data.id)))
  }

  /** Saves; with `asNew` as another draft, where this one takes nothing in any more. */
  const save = async ({ asNew = false } = {}) => {
    if (!judged.ok) {
      tell({ kind: 'failed', message: 'Some fields need another look.' })
      return focusFirst(judged.faults.map(({ path }) => path))
    }
    setSending(true)
    const target = asNew ? { id: 'new', revision: 0 } : start
    try {
      const result = await send(target, fields, judged.parameters, requestId)
      answered(result, fields, target.id === 'new' ? requestId : target.id)
    } catch (error) {
      console.warn('The save got no answer.', error)
      fail(UNREACHABLE)
    } finally {
      setSending(false)
    }
  }

  return {
    ...state,
    set,
    fill: (filled: Pick<DraftFields, 'basedOn' | 'values'>) => tell({ kind: 'filled', fields: filled }),
    judged,
    dirty,
    restored,
    busy: sending || leaving,
    save,
    reset: () => tell({ kind: 'reset' }),
    takeIn: (theirs: DraftConflict) => tell({ kind: 'stale', id: start.id, theirs }),
  }
}

export type DraftForm = ReturnType<typeof useDraftForm>
