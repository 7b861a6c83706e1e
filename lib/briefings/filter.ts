import * as z from 'zod/mini'
import { givenOnce, type Params, param } from '@/lib/address'
import { isDyadId } from '@/lib/core/dyad'
import { typedText } from '@/lib/typed-text'
import { BRIEFING_KINDS, LANGUAGES } from './model/terms'
import { isBriefingId } from './schema'

/** What the list of published briefings shows; all of it stands in the address. */
export const briefingFilterSchema = z.object({
  q: param(typedText().check(z.trim(), z.minLength(1), z.maxLength(200))),
  dyad: param(z.string().check(z.refine(isDyadId))),
  kind: param(z.enum(BRIEFING_KINDS)),
  language: param(z.enum(LANGUAGES)),
  /** `next` of the page before. */
  after: param(z.string().check(z.refine(isBriefingId))),
})
export type BriefingFilter = z.infer<typeof briefingFilterSchema>

/** Reads a filter from an address. */
export const parseBriefingFilter = (params: Params): BriefingFilter => briefingFilterSchema.parse(givenOnce(params))

export const DRAFT_SHOWS = ['open', 'archived'] as const

/** What the list of drafts shows. */
export const draftFilterSchema = z.object({
  show: z.catch(z.prefault(z.enum(DRAFT_SHOWS), 'open'), 'open'),
  /** `next` of the page before. */
  after: param(z.string().check(z.maxLength(200))),
})
export type DraftFilter = z.infer<typeof draftFilterSchema>

/** Reads from an address which drafts are to be listed. */
export const parseDraftFilter = (params: Params): DraftFilter => draftFilterSchema.parse(givenOnce(params))
