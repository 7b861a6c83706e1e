import { z } from 'zod'
import { CATEGORIES, CONFIDENCES, CREDIBILITIES } from '@/lib/core/codebook'
import type { Coding } from '@/lib/db/generated/client'
import { nameOf } from '@/lib/incidents/names'
import type { CodingView } from './views'

/** Narrows the text columns to their vocabularies; only `submitCoding` writes them. */
const storedSchema = z.object({
  category: z.enum(CATEGORIES).nullable(),
  credibility: z.literal(CREDIBILITIES).nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
})

/** A stored coding as it is shown. */
export function codingView(coding: Coding, names: Map<string, string>): CodingView {
  const { coderId, at, codable, code, rung, startDay, note } = coding
  const coder = nameOf(names, coderId)
  return { coderId, coder, at: at.toISOString(), codable, code, rung, startDay, note, ...storedSchema.parse(coding) }
}

/** Whether codings of one incident disagree in the indicator, the date, or whether it can be coded at all. */
export function differ(codings: readonly Pick<CodingView, 'codable' | 'code' | 'startDay'>[]): boolean {
  return new Set(codings.map(({ codable, code, startDay }) => `${codable} ${code} ${startDay}`)).size > 1
}
