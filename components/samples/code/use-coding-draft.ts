'use client'

import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { parsed, readText, textsFrom, writeText } from '@/components/samples/browser-text'
import type { FormValues } from '@/lib/incidents/form-values'

const KEPT = ['code', 'date', 'credibility', 'confidence', 'note'] as const

/** What a coder has typed of a unit. */
export type CodingDraft = Pick<FormValues, (typeof KEPT)[number]> & { uncodable: boolean }

/** The draft that a text holds; null where it holds none. */
export function draftFrom(text: string | null): CodingDraft | null {
  const told = parsed(text)
  if (Object.keys(told).length === 0) return null
  const empty = { code: '', date: '', credibility: '', confidence: '', note: '' }
  return { ...empty, ...textsFrom(text, KEPT), uncodable: told.uncodable === true } as CodingDraft
}

interface KeptCoding {
  /** The browser keeps nothing: what is typed lives only on this page. */
  failed: boolean
  forget: () => void
}

/**
 * Keeps what is typed of a unit in this browser, key by key, until it is handed in; takes it up again after a reload. `key`
 * names account, sample and unit, so that nobody takes up another's.
 */
export function useCodingDraft(
  key: string,
  form: UseFormReturn<FormValues>,
  uncodable: boolean,
  setUncodable: (uncodable: boolean) => void,
): KeptCoding {
  const [ready, setReady] = useState(false)
  const [failed, setFailed] = useState(false)
  const name = `dyadwatch:coding:${key}`

  useEffect(() => {
    const stored = readText(name)
    const draft = draftFrom(stored.text)
    if (draft) {
      const { uncodable: kept, ...values } = draft
      form.reset({ ...form.getValues(), ...values })
      setUncodable(kept)
    }
    setFailed(stored.failed)
    setReady(true)
  }, [name, form, setUncodable])

  useEffect(() => {
    if (!ready) return
    const keep = () => {
      const values = form.getValues()
      const draft = { ...Object.fromEntries(KEPT.map((field) => [field, values[field]])), uncodable }
      const empty = !uncodable && KEPT.every((field) => values[field] === '')
      if (!writeText(name, empty ? null : JSON.stringify(draft))) setFailed(true)
    }
    keep()
    return form.subscribe({ formState: { values: true }, callback: keep })
  }, [ready, name, form, uncodable])

  return { failed, forget: () => void writeText(name, null) }
}
