import type { Block, BriefingDocument, DocumentSection, Run, Sentence } from '@/lib/briefings/model/document'

/** A sentence with the section it stands in. */
export interface PlacedSentence {
  sentence: Sentence
  section: Pick<DocumentSection, 'id' | 'title'>
}

function sentencesIn(block: Block): Sentence[] {
  if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences
  return block.kind === 'list' ? block.items.flat() : []
}

/** The sentences of a document in the order in which they are read. */
export const sentencesOf = ({ sections }: Pick<BriefingDocument, 'sections'>): PlacedSentence[] =>
  sections.flatMap(({ id, title, blocks }) =>
    blocks.flatMap(sentencesIn).map((sentence) => ({ sentence, section: { id, title } })),
  )

/** Runs as one text, without the numbers of the sources, which are set again whatever is typed. */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .filter(({ note }) => note === undefined)
    .map(({ text }) => text)
    .join('')
