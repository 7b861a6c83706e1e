import type { BriefingDocument, Run } from './model/document'

/** Characters of a briefing that it is found by: an index holds no more than some. */
const MOST_CHARACTERS = 100_000

const textOf = (runs: readonly Run[]) =>
  runs
    .filter(({ note }) => note === undefined)
    .map(({ text }) => text)
    .join('')

/** What a briefing is found by: its number, title, dyads, and the text of its sentences, tables and sources. */
export function wordsOf(id: string, dyadIds: readonly string[], document: BriefingDocument): string {
  const { title, subtitle, sections, notes } = document
  const blocks = sections.flatMap((section) => [
    section.title,
    ...section.blocks.flatMap((block): string[] => {
      if (block.kind === 'lead' || block.kind === 'paragraph') return block.sentences.map(({ runs }) => textOf(runs))
      if (block.kind === 'list') return block.items.flat().map(({ runs }) => textOf(runs))
      if (block.kind === 'table') return block.table.rows.flat().map(({ runs }) => textOf(runs))
      return []
    }),
  ])
  const lines = [id, title, subtitle, ...dyadIds, ...blocks, ...notes.map(({ outlet }) => outlet)]
  return [...new Set(lines)]
    .join('\n')
    .slice(0, MOST_CHARACTERS)
    .replace(/\p{Cs}/gu, '')
}
