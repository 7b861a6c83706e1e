import { type ParagraphChild, TextRun } from 'docx'
import type { Run, Sentence } from '@/lib/briefings/model/document'
import { groupedRuns } from '@/lib/briefings/render/office/document-runs'
import { GREY } from '@/lib/briefings/render/office/look'
import type { NoteMarks } from './note-marks'

/** Runs as Word has them. */
export const runChildren = (runs: readonly Run[], marks: NoteMarks): ParagraphChild[] =>
  groupedRuns(runs).flatMap((group): ParagraphChild[] =>
    group.kind === 'notes'
      ? marks.marks(group.numbers)
      : [new TextRun({ text: group.text, ...(group.strong ? { bold: true } : {}) })],
  )

/** Sentences one after another; whoever changed one is named after it. */
export function sentenceChildren(sentences: readonly Sentence[], marks: NoteMarks): ParagraphChild[] {
  const children: ParagraphChild[] = []
  let runs: Run[] = []
  for (const [index, { runs: own, by }] of sentences.entries()) {
    runs.push(...(index > 0 ? [{ text: ' ' }] : []), ...own)
    if (by.kind !== 'edited') continue
    children.push(...runChildren(runs, marks), editor(by.name, marks))
    runs = []
  }
  return [...children, ...runChildren(runs, marks)]
}

const editor = (name: string, { document }: NoteMarks): TextRun =>
  new TextRun({ text: ` (${document.words.editedBy} ${name})`, italics: true, color: GREY })
