import { z } from 'zod'
import { CATEGORIES, CONFIDENCES, CREDIBILITIES } from '@/lib/core/codebook'
import type { Coding } from '@/lib/db/generated/client'
import { nameOf } from '@/lib/incidents/names'
import type { CodingView, Difference } from './views'

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

/** How the record codes an incident, in the parts that coders code. */
export type RecordCoding = Pick<CodingView, 'code' | 'startDay'> & { credibility: number; confidence: string }

/** What sets the codings of one unit apart; null for fewer than two. See `Difference`. */
export function differenceOf(codings: readonly CodingView[], record: RecordCoding): Difference | null {
  if (codings.length < 2) return null
  const distinct = (partsOf: (coding: CodingView) => unknown[]) =>
    new Set(codings.map((own) => partsOf(own).join(' '))).size
  if (distinct(({ codable, code, startDay }) => [codable, code, startDay]) > 1) return 'coders'
  const [{ codable, code, startDay, credibility, confidence }] = codings
  if (!codable) return 'uncodable'
  if (distinct((own) => [own.credibility, own.confidence]) > 1) return 'grades'
  const same = code === record.code && startDay === record.startDay
  return same && credibility === record.credibility && confidence === record.confidence ? 'none' : 'record'
}
