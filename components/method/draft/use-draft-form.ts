'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import { useUnsaved } from '@/components/method/draft/use-unsaved'
import type { FieldErrors } from '@/lib/errors'
import type { ActionResult } from '@/lib/form-action'
import { createDraftAction, saveDraftAction } from '@/lib/method/actions'
import { type Clash, type DraftFields, fieldsOf, mergeFields, withField } from '@/lib/method/draft-fields'
import { judgeValues } from '@/lib/method/form-values'
import type { DraftConflict, DraftWritten } from '@/lib/method/views'

/** What a form of a draft starts from: a draft that is stored, or one that is yet to be. */
export interface DraftStart {
  /** `new` for one that is yet to be. */
  id: string
  revision: number
  fields: DraftFields
}

/** What is said of the last save. */
export type SaveWord =
  | { kind: 'saved' }
  | { kind: 'failed'; message: string }
  | { kind: 'merged'; by: string; clashes: Clash[]; taken: number }
  | { kind: 'closed'; by: string; status: DraftConflict['status'] }
  | null

const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was saved. What you typed is kept; saving again is safe.'

const isConflict = (detail: unknown): detail is DraftConflict =>
  typeof detail === 'object' && detail !== null && 'parameters' in detail && 'revision' in detail

/** Errors by field, with those of parameters under their own path. */
const byPath = (errors: FieldErrors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, words]) => [path.replace(/^parameters\./, ''), words.join(' ')]),
  )

function send(start: { id: string; revision: number }, fields: DraftFields, parameters: unknown) {
  const { title, note, basedOn } = fields
  return start.id === 'new'
    ? createDraftAction({ title, note, basedOn, parameters })
    : saveDraftAction({ id: start.id, baseRevision: start.revision, title, note, parameters })
}

/** The state of a form of a draft, and its saving: whatever goes wrong, what was typed stays where it is. */
export function useDraftForm(first: DraftStart, element: RefObject<HTMLFormElement | null>) {
  const router = useRouter()
  const [start, setStart] = useState(first)
  const [fields, setFields] = useState(first.fields)
  const [word, setWord] = useState<SaveWord>(null)
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const dirty = JSON.stringify(fields) !== JSON.stringify(start.fields)
  const kept = useMemo(() => ({ revision: start.revision, base: start.fields, fields }), [start, fields])
  const keptAs = first.id === 'new' ? `new:${first.fields.basedOn}` : first.id
  const restored = useUnsaved(keptAs, kept, dirty, (found) => {
    setStart((old) => ({ ...old, revision: found.revision, fields: found.base }))
    setFields(found.fields)
  })
  const judged = useMemo(() => judgeValues(fields.values), [fields.values])

  const set = useCallback((path: string, text: string) => {
    setFields((old) => withField(old, path, text))
    setServerErrors(({ [path]: _gone, ...others }) => others)
  }, [])

  const focusFirst = (paths: string[]) => {
    const inputs = Array.from(element.current?.elements ?? [])
    const faulty = inputs.find((input) => paths.includes(input.id))
    if (faulty instanceof HTMLElement) setTimeout(() => faulty.focus())
  }

  /** Takes in what somebody else saved, so that the next save stands on it. */
  const takeIn = (theirs: DraftConflict) => {
    const by = theirs.updatedBy ?? 'Somebody'
    if (theirs.status !== 'open') return setWord({ kind: 'closed', by, status: theirs.status })
    const theirFields = fieldsOf({ ...theirs, basedOn: fields.basedOn })
    const { merged, clashes, taken } = mergeFields(start.fields, fields, theirFields)
    setStart({ ...start, revision: theirs.revision, fields: theirFields })
    setFields(merged)
    setWord({ kind: 'merged', by, clashes, taken })
  }

  const fail = (message: string, errors: Record<string, string> = {}) => {
    setWord({ kind: 'failed', message })
    setServerErrors(errors)
    focusFirst(Object.keys(errors))
  }

  const answered = (result: ActionResult<DraftWritten>, sent: DraftFields) => {
    if (!result.ok) {
      if (result.code === 'CONFLICT' && isConflict(result.detail)) return takeIn(result.detail)
      return fail(result.message, byPath(result.fieldErrors ?? {}))
    }
    const { id, revision } = result.data
    setStart({ id: start.id, revision, fields: sent })
    setWord({ kind: 'saved' })
    if (start.id === id) router.refresh()
    else router.replace(`/method/drafts/${id}`)
  }

  /** Saves; with `asNew` as another draft, where this one takes nothing in any more. */
  const save = async ({ asNew = false } = {}) => {
    if (!judged.ok) {
      setWord({ kind: 'failed', message: 'Some fields need another look.' })
      return focusFirst(judged.faults.map(({ path }) => path))
    }
    setBusy(true)
    try {
      answered(await send(asNew ? { id: 'new', revision: 0 } : start, fields, judged.parameters), fields)
    } catch (error) {
      console.warn('The save got no answer.', error)
      fail(UNREACHABLE)
    } finally {
      setBusy(false)
    }
  }

  const reset = () => {
    setFields(start.fields)
    setServerErrors({})
    setWord(null)
  }

  return {
    start,
    fields,
    set,
    setFields,
    judged,
    dirty,
    restored,
    word,
    setWord,
    serverErrors,

    busy,
    save,
    reset,
  }
}

export type DraftForm = ReturnType<typeof useDraftForm>
