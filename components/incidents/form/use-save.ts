'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import type { Failure } from '@/components/incidents/form/error-summary'
import { formPaths, judge } from '@/components/incidents/form/field-errors'
import { focusField, inFormOrder } from '@/components/incidents/form/focus-field'
import { fetchPreview, type IncidentKey, previewBody } from '@/components/incidents/form/requests'
import type { Saved } from '@/components/incidents/form/save-new'
import type { KeptDraft } from '@/components/incidents/form/use-kept-draft'
import type { ActionResult } from '@/lib/form-action'
import type { Draft } from '@/lib/incidents/draft-store'
import type { FormValues } from '@/lib/incidents/form-values'
import type { IncidentInput } from '@/lib/incidents/schema'
import type { ConflictDetail, Preview } from '@/lib/incidents/views'

const UNREACHABLE =
  'The server could not be reached, so it is not known whether this was saved. What you typed is kept; saving again is safe.'
const EFFECT_WAIT_MS = 1500

interface SaveOptions {
  form: UseFormReturn<FormValues>
  element: RefObject<HTMLFormElement | null>
  kept: KeptDraft
  replacing?: IncidentKey
  send: (incident: IncidentInput, draft: Draft, submit: boolean) => Promise<ActionResult<Saved>>
  onSaved: (saved: Saved, effect: Preview | null, values: FormValues, input: IncidentInput, next: boolean) => void
  onConflict?: (conflict: ConflictDetail, mine: IncidentInput) => void
}

/** What the entry will do to its week, asked just before it is saved; null where that is not known in time. */
async function effectOf(values: FormValues, replacing: IncidentKey | undefined): Promise<Preview | null> {
  const body = previewBody(values, replacing)
  if (body === null) return null
  return fetchPreview(body, AbortSignal.timeout(EFFECT_WAIT_MS)).catch(() => null)
}

/** Sends the form: judged here first, then by the server; whatever goes wrong, what was typed stays where it is. */
export function useSave({ form, element, kept, replacing, send, onSaved, onConflict }: SaveOptions) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const sending = useRef(false)

  const fail = useCallback(
    (message: string, faults: Record<string, string> = {}, signedOut = false) => {
      for (const [path, sentence] of Object.entries(faults)) {
        form.setError(path as FieldPath<FormValues>, { type: 'server', message: sentence })
      }
      const order = inFormOrder(element.current, Object.keys(faults))
      setFailure({ message, fields: order.map((path) => ({ path, message: faults[path] })), signedOut })
      if (order.length > 0) setTimeout(() => focusField(element.current, order[0]))
    },
    [form, element],
  )

  const answered = useCallback(
    async (result: ActionResult<Saved>, draft: Draft, input: IncidentInput) => {
      if (result.ok) return
      // Answered, so nothing of this try is in doubt; an older one that got no answer still is.
      await kept.amend({ attempt: draft.attempt })
      const conflict = result.code === 'CONFLICT' && isConflict(result.detail) ? result.detail : null
      if (conflict && onConflict) return onConflict(conflict, input)
      fail(result.message, result.fieldErrors && formPaths(result.fieldErrors), result.code === 'UNAUTHENTICATED')
    },
    [kept, onConflict, fail],
  )

  const save = useCallback(
    async ({ submit, next = false }: { submit: boolean; next?: boolean }) => {
      if (sending.current) return
      const values = form.getValues()
      form.clearErrors()
      const { input, errors } = judge(values)
      if (errors) return fail('Some fields need another look.', errors)
      sending.current = true
      setBusy(true)
      setFailure(null)
      try {
        const draft = kept.current()
        await kept.amend({ attempt: draft.attempt ?? input })
        const effect = submit ? await effectOf(values, replacing) : null
        const result = await send(input, draft, submit)
        if (!result.ok) return await answered(result, draft, input)
        await kept.forget()
        onSaved(result.data, effect, values, input, next)
      } catch (error) {
        console.warn('The save got no answer.', error)
        fail(UNREACHABLE)
      } finally {
        sending.current = false
        setBusy(false)
      }
    },
    [form, kept, replacing, send, onSaved, answered, fail],
  )

  return { save, busy, failure }
}

function isConflict(detail: unknown): detail is ConflictDetail {
  return typeof detail === 'object' && detail !== null && 'base' in detail && 'theirs' in detail
}
