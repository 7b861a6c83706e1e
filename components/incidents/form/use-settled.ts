'use client'

import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FormValues } from '@/lib/incidents/form-values'

/**
 * Something that follows from the form's values, once typing has paused for `delay` ms; the first at once. Renders anew only
 * when the result, a string or null, has changed.
 */
export function useSettled(
  form: UseFormReturn<FormValues>,
  derive: (values: FormValues) => string | null,
  delay = 250,
): string | null {
  const [settled, setSettled] = useState(() => derive(form.getValues()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const settle = () => setSettled(derive(form.getValues()))
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(settle, delay)
      },
    })
    settle()
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [form, derive, delay])
  return settled
}

/** The server's answer to the latest request; an older one still under way is aborted. Null without a request or an answer. */
export function useAnswer<T>(
  request: string | null,
  ask: (request: string, signal: AbortSignal) => Promise<T | null>,
): { answer: T | null; unreachable: boolean } {
  const [state, setState] = useState<{ answer: T | null; unreachable: boolean }>({ answer: null, unreachable: false })
  useEffect(() => {
    if (request === null) return setState({ answer: null, unreachable: false })
    const controller = new AbortController()
    ask(request, controller.signal)
      .then((answer) => setState({ answer, unreachable: false }))
      .catch(() => {
        if (!controller.signal.aborted) setState({ answer: null, unreachable: true })
      })
    return () => controller.abort()
  }, [request, ask])
  return state
}
