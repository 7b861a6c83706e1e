import type { BriefingDocument, Sentence } from '@/lib/briefings/model/document'

/** A sentence, its part of the document, and where it stands: a JSON pointer. */
export interface SentenceAt {
  section: string
  sentence: Sentence
  at: string
}

/** Every sentence of a document in its order. */
export function sentencesAt({ sections }: BriefingDocument): SentenceAt[] {
  return sections.flatMap(({ id, blocks }, part) =>
    blocks.flatMap((block, index) => {
      const base = `/sections/${part}/blocks/${index}`
      const of = (sentences: readonly Sentence[], at: string): SentenceAt[] =>
        sentences.map((sentence, place) => ({ section: id, sentence, at: `${at}/${place}` }))
      if (block.kind === 'lead' || block.kind === 'paragraph') return of(block.sentences, `${base}/sentences`)
      return block.kind === 'list' ? block.items.flatMap((item, place) => of(item, `${base}/items/${place}`)) : []
    }),
  )
}
