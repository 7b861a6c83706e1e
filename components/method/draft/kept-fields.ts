'use client'

import * as z from 'zod/mini'
import type { DraftFields } from '@/lib/method/draft-fields'

const fieldsSchema = z.object({
  title: z.string(),
  note: z.string(),
  basedOn: z.string(),
  values: z.record(z.string(), z.string()),
})
const keptSchema = z.object({
  revision: z.int(),
  base: fieldsSchema,
  fields: fieldsSchema,
  requestId: z.optional(z.string()),
})

/** What was typed and not saved, with the revision and the fields that it started from. */
export interface Kept {
  revision: number
  base: DraftFields
  fields: DraftFields
  /** Under which a new draft is sent, perhaps once already. */
  requestId?: string
}

const keyOf = (draftId: string) => `dyadwatch:method-draft:${draftId}`

/** What this tab holds of a draft; null where nothing was left unsaved, or where the browser keeps nothing. */
export function readKept(draftId: string): Kept | null {
  try {
    const text = sessionStorage.getItem(keyOf(draftId))
    if (text === null) return null
    const parsed = keptSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (error) {
    console.warn('What was typed could not be read again.', error)
    return null
  }
}

/** Keeps what is typed while this tab is open, or lets go of it with null. */
export function writeKept(draftId: string, kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(keyOf(draftId))
    else sessionStorage.setItem(keyOf(draftId), JSON.stringify(kept))
  } catch (error) {
    console.warn('What is typed could not be kept.', error)
  }
}
