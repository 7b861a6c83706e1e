import type { Block, BriefingDocument, Run, Sentence } from '@/lib/briefings/model/document'

const runsOfSentences = (sentences: readonly Sentence[]): Run[] => sentences.flatMap(({ runs }) => runs)

/** Every stretch of text of a block, in the order in which it is read; that of a picture is none of runs. */
export function runsOfBlock(block: Block): Run[] {
  switch (block.kind) {
    case 'lead':
    case 'paragraph':
      return runsOfSentences(block.sentences)
    case 'list':
      return block.items.flatMap(runsOfSentences)
    case 'figures':
      return block.items.flatMap(({ value, note }) => [...value, ...note])
    case 'table':
      return block.table.rows.flat().flatMap(({ runs }) => runs)
    default:
      return []
  }
}

/** Numbers of the sources that some runs name, each once, as they are first named. */
export const noteNumbersOf = (runs: readonly Run[]): number[] => [...new Set(runs.flatMap(({ note }) => note ?? []))]

/** Numbers of the sources in the order in which a document first names them. */
export const firstNamedNotes = ({ sections }: BriefingDocument): number[] =>
  noteNumbersOf(sections.flatMap(({ blocks }) => blocks.flatMap(runsOfBlock)))

/** A stretch of text of one weight, or neighbouring sources' numbers. */
export type RunGroup = { kind: 'text'; text: string; strong: boolean } | { kind: 'notes'; numbers: number[] }

/**
 * Runs as an office format needs them: text that looks the same in one piece, so that whoever edits it finds it whole, and neighbouring sources'
 * numbers together, so that they can be told apart: `1, 4`.
 */
export function groupedRuns(runs: readonly Run[]): RunGroup[] {
  const groups: RunGroup[] = []
  for (const { text, note, strong = false } of runs) {
    const last = groups.at(-1)
    if (note !== undefined) {
      if (last?.kind === 'notes') last.numbers.push(note)
      else groups.push({ kind: 'notes', numbers: [note] })
    } else if (last?.kind === 'text' && last.strong === strong) last.text += text
    else groups.push({ kind: 'text', text, strong })
  }
  return groups
}
