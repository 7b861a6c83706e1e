import type { Viewer } from '@/lib/auth/viewer'
import { createDraft } from '@/lib/briefings/commands'
import { sentenceOf } from '@/lib/briefings/compose/edits'
import type { BriefingDocument } from '@/lib/briefings/model/document'
import type { DraftSettings } from '@/lib/briefings/schema'
import { newDraftSchema, settingsSchema } from '@/lib/briefings/schema'
import type { Written } from '@/lib/briefings/views'

/** The week of `makeIncident`, of which the desk in a test knows no more than what the test logged. */
export const weeklySettings = (fields: Partial<DraftSettings> = {}): DraftSettings =>
  settingsSchema.parse({
    kind: 'weekly',
    dyadIds: ['AZE-RUS'],
    fromWeek: '2025-W27',
    toWeek: '2025-W27',
    language: 'en',
    mark: 'GREEN',
    ...fields,
  })

/** Begins the briefing of that week. */
export const draftBy = (
  viewer: Viewer,
  fields: Partial<DraftSettings> & { supersedes?: string } = {},
): Promise<Written> => createDraft(viewer, newDraftSchema.parse({ ...weeklySettings(), ...fields }))

/** What a sentence of a document says; undefined where there is no such one. */
export const said = (document: BriefingDocument, key: string): string | undefined =>
  sentenceOf(document, key)
    ?.runs.map(({ text }) => text)
    .join('')

/** The key of the document's first sentence. */
export function firstKey({ sections }: BriefingDocument): string {
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences[0].key
  }
  throw new Error('the document has no sentence')
}
