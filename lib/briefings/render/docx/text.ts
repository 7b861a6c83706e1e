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
      : [new TextRun({ text: group.run.text, ...(group.run.strong ? { bold: true } : {}) })],
  )

/** Sentences one after another; whoever changed one is named after it. */
export const sentenceChildren = (sentences: readonly Sentence[], marks: NoteMarks): ParagraphChild[] =>
  sentences.flatMap(({ runs, by }, index): ParagraphChild[] => [
    ...(index > 0 ? [new TextRun(' ')] : []),
    ...runChildren(runs, marks),
    ...(by.kind === 'edited' ? [editor(by.name, marks)] : []),
  ])

const editor = (name: string, { document }: NoteMarks): TextRun =>
  new TextRun({ text: ` (${document.words.editedBy} ${name})`, italics: true, color: GREY })
