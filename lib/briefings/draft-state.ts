import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { SentenceEdit } from './compose/edits'
import { LANGUAGES } from './model/terms'
import { settingsSchema } from './schema'

const editSchema = z.object({
  key: z.string(),
  language: z.enum(LANGUAGES),
  text: z.string(),
  byId: z.nullable(z.string()),
  at: z.string(),
  rules: z.string(),
  figures: z.record(z.string(), z.string()),
})
const stateSchema = z.object({ settings: settingsSchema, edits: z.array(editSchema) })

/** An edit as it is stored: who, by id. */
export type StoredEdit = z.infer<typeof editSchema>
/** What a draft is made by, as each of its revisions keeps it. */
export type DraftState = z.infer<typeof stateSchema>

/** A stored state. */
export const draftStateOf = (stored: unknown): DraftState => stateSchema.parse(stored)

/** An edit with its author's name. */
export function editOf({ byId, ...edit }: StoredEdit, name: string): SentenceEdit {
  return { ...edit, name }
}

/** Whether two edits are of the same sentence of the same document. */
export const sameSentence = (a: Pick<StoredEdit, 'key' | 'language'>, b: Pick<StoredEdit, 'key' | 'language'>) =>
  a.key === b.key && a.language === b.language

/** What the hash of a draft's revision covers. */
export interface DraftContent {
  draftId: string
  revision: number
  at: Date
  byId: string | null
  action: string
  state: unknown
  evidenceHash: string
  previousHash: string
}

/** SHA-256 in hex over a revision's canonical content, the hash of the revision before it within. */
export function draftHash(content: DraftContent): string {
  const { draftId, revision, at, byId, action, state, evidenceHash, previousHash } = content
  const told = { draftId, revision, at: at.toISOString(), byId, action, state, evidenceHash, previousHash }
  return createHash('sha256').update(canonicalJson(told)).digest('hex')
}
