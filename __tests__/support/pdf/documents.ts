import type { Block, BriefingDocument, DocumentSection, Run } from '@/lib/briefings/model/document'
import type { Language, SectionKey } from '@/lib/briefings/model/terms'
import { renderPdf } from '@/lib/briefings/render/pdf/render-pdf'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { caseRendering } from '../briefings/fixture'
import { twoDyads } from '../briefings/scenes'
import { PdfFile } from './read-pdf'

/*
 * What tests of PDF files work with: the case in several shapes, made once for a file of tests, and the texts that a document holds.
 */

// Making the figures of a case takes longer than most of what is tested here.
const cases = new Map<string, Promise<Rendering>>()
const once = (key: string, make: () => Promise<Rendering>): Promise<Rendering> => {
  const known = cases.get(key) ?? make()
  cases.set(key, known)
  return known
}
/** The case's week. */
export const weekOf = (language: Language = 'en') => once(language, () => caseRendering({ language }))
/** A special report on two dyads. */
export const special = () => once('special', () => caseRendering({ change: twoDyads }))
/** Some parts of the case's week. */
export const partOf = (sections: SectionKey[]) => once(sections.join(), () => caseRendering({ sections }))

/** Makes the file and reads it. */
export const read = async (rendering: Rendering) => new PdfFile(await renderPdf(rendering))
/** Text without its spaces: a line's end is one, too. */
export const dense = (text: string) => text.normalize('NFC').replace(/\s/g, '')
const textOfRuns = (runs: readonly Run[]) => runs.filter(({ note }) => note === undefined).map(({ text }) => text)

/** Every stretch of text that a document holds. */
export function textsOf({ title, subtitle, sections, notes }: BriefingDocument): string[] {
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'lead' || block.kind === 'paragraph')
      return block.sentences.flatMap(({ runs }) => textOfRuns(runs))
    if (block.kind === 'list') return block.items.flat().flatMap(({ runs }) => textOfRuns(runs))
    if (block.kind === 'figures')
      return block.items.flatMap(({ label, value, note }) => [label, ...textOfRuns([...value, ...note])])
    if (block.kind === 'table')
      return [block.table.caption, ...block.table.rows.flat().flatMap(({ runs }) => textOfRuns(runs))]
    if (block.kind === 'chart') return [block.picture.title, block.picture.reading, block.picture.source]
    return notes.flatMap(({ outlet, date, quote, url }) => [outlet, date, quote, url ?? ''])
  }
  return [title, subtitle, ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(ofBlock)])]
}

/** The same with other parts. */
export const withSections = (rendering: Rendering, sections: DocumentSection[]): Rendering => ({
  ...rendering,
  document: { ...rendering.document, sections },
})

/** A part of some blocks. */
export const sectionOf = (blocks: Block[]): DocumentSection => ({
  id: 'one',
  key: 'bluf',
  dyadId: null,
  title: 'One',
  level: 1,
  blocks,
})

/** A paragraph that somebody typed. */
export const paragraphOf = (text: string): Block => ({
  kind: 'paragraph',
  sentences: [{ key: 'k', runs: [{ text, typed: true }], figures: [], incidents: [], by: { kind: 'rules' } }],
})
