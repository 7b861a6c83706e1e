import { sentenceOf } from '@/lib/briefings/compose/edits'
import type { BriefingDocument } from '@/lib/briefings/model/document'

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
