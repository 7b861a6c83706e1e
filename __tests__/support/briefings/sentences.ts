import type { BriefingDocument, Run, Sentence } from '@/lib/briefings/model/document'

/** Every sentence of a document, in order. */
export const sentencesOf = ({ sections }: BriefingDocument): Sentence[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences
      return block.kind === 'list' ? block.items.flat() : []
    }),
  )

/** Every stretch of text of a document, those of figures and tables too. */
export function runsOf(document: BriefingDocument): Run[] {
  const beside = document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'figures') return block.items.flatMap(({ value, note }) => [...value, ...note])
      return block.kind === 'table' ? block.table.rows.flat().flatMap(({ runs }) => runs) : []
    }),
  )
  return [...sentencesOf(document).flatMap(({ runs }) => runs), ...beside]
}
