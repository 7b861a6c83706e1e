import type { DocumentWords, Run, Sentence } from '@/lib/briefings/model/document'
import type { TextStyle } from './fonts'
import type { Piece, Target } from './lines'
import { MUTED } from './style'

const raised = (style: TextStyle): TextStyle => ({
  ...style,
  weight: 400,
  size: style.size * 0.68,
  rise: style.size * 0.34,
  colour: MUTED,
})

/** With a space that no line is broken at. */
const BETWEEN_NOTES = ',\u202f'

/**
 * Runs as pieces of text. Numbers of notes are raised and lead to their notes, neighbours parted by a comma; in a cell of nothing else
 * they stand on the line.
 */
export function piecesOfRuns(runs: readonly Run[], style: TextStyle): Piece[] {
  const strong: TextStyle = { ...style, weight: 600 }
  const noteStyle = runs.every(({ note }) => note !== undefined) ? style : raised(style)
  return runs.flatMap(({ text, note, strong: isStrong }, index): Piece[] => {
    if (note === undefined) return [{ text, style: isStrong ? strong : style }]
    const target: Target = { kind: 'note', number: note }
    const follows = runs[index - 1]?.note !== undefined
    return [...(follows ? [{ text: BETWEEN_NOTES, style: noteStyle }] : []), { text, style: noteStyle, target }]
  })
}

/** Sentences of a block, parted by a space; one that an analyst changed says who did. */
export const piecesOfSentences = (
  sentences: readonly Sentence[],
  style: TextStyle,
  words: Pick<DocumentWords, 'editedBy'>,
): Piece[] =>
  sentences.flatMap(({ runs, by }, index) => [
    ...(index > 0 ? [{ text: ' ', style }] : []),
    ...piecesOfRuns(runs, style),
    ...(by.kind === 'edited'
      ? [{ text: ` [${words.editedBy} ${by.name}]`, style: { ...style, size: style.size * 0.85, colour: MUTED } }]
      : []),
  ])

/** The text of runs, for what has no looks. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
