'use client'

import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FormValues } from '@/lib/incidents/form-values'

const KEPT = ['code', 'date', 'credibility', 'confidence', 'note'] as const

/** What a coder has typed of a unit. */
export type CodingDraft = Pick<FormValues, (typeof KEPT)[number]> & { uncodable: boolean }

/** The draft that a text holds; null where it holds none. */
export function draftFrom(text: string | null): CodingDraft | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const told = new Map(Object.entries(value))
    const textOf = (key: (typeof KEPT)[number]) => {
      const typed = told.get(key)
      return typeof typed === 'string' ? typed : ''
    }
    const [code, date, credibility, confidence, note] = KEPT.map(textOf)
    return { code, date, credibility, confidence, note, uncodable: told.get('uncodable') === true }
  } catch {
    return null
  }
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
    try {
      const draft = draftFrom(window.localStorage.getItem(name))
      if (draft) {
        const { uncodable: kept, ...values } = draft
        form.reset({ ...form.getValues(), ...values })
        setUncodable(kept)
      }
    } catch (error) {
      console.warn('The browser keeps no drafts.', error)
      setFailed(true)
    }
    setReady(true)
  }, [name, form, setUncodable])

  useEffect(() => {
    if (!ready) return
    const keep = () => {
      const values = form.getValues()
      const draft = { ...Object.fromEntries(KEPT.map((field) => [field, values[field]])), uncodable }
      const empty = !uncodable && KEPT.every((field) => values[field] === '')
      try {
        if (empty) window.localStorage.removeItem(name)
        else window.localStorage.setItem(name, JSON.stringify(draft))
      } catch (error) {
        console.warn('The browser keeps no drafts.', error)
        setFailed(true)
      }
    }
    keep()
    return form.subscribe({ formState: { values: true }, callback: keep })
  }, [ready, name, form, uncodable])

  const forget = () => {
    try {
      window.localStorage.removeItem(name)
    } catch (error) {
      console.warn('The browser keeps no drafts.', error)
    }
  }
  return { failed, forget }
}
