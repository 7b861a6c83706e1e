import { composeBriefing } from '@/lib/briefings/compose/document'
import { type EditedDocument, type SentenceEdit, withEdits } from '@/lib/briefings/compose/edits'
import { briefingData, type Progress } from '@/lib/briefings/figures/briefing-data'
import type { Intervals } from '@/lib/briefings/figures/dyad-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { htmlOf } from '@/lib/briefings/render/html'
import type { Rendering } from '@/lib/briefings/render/rendering'
import type { DraftSettings } from '@/lib/briefings/schema'
import type { TemplateLook } from '@/lib/briefings/template-look'

/** What a document is made by beside its evidence. */
export type Look = Pick<DraftSettings, 'kind' | 'language' | 'mark' | 'sections' | 'title'>

/** All that a briefing is made of, as it can be handed to a thread: the same gives the same files to the last byte. */
export interface Source {
  /** Its `Evidence` as JSON. */
  evidence: Uint8Array
  look: Look
  template: TemplateLook
  edits: readonly SentenceEdit[]
}

/** The evidence of a briefing, read. */
export const evidenceOf = ({ evidence }: Pick<Source, 'evidence'>): Evidence =>
  JSON.parse(new TextDecoder().decode(evidence)) as Evidence

/** A rendering, and what the check of its edits found. */
export type CheckedRendering = Rendering & Omit<EditedDocument, 'document'>

/** What pages show of a briefing. Its numbers are left out: they are several times as much, and only files are made of them. */
export interface Composed extends Omit<CheckedRendering, 'data'> {
  /** The document as a page whose sentences can be chosen. */
  html: string
}

/**
 * A briefing from what it is made of: all figures, the document by the rules, then the edits in it. O(incidents × days), and what
 * `intervals` costs.
 * @throws DeskError NOT_FOUND where the record has no such week; the signal's reason when it is aborted.
 */
export async function renderingOf(
  source: Source,
  intervals: Intervals,
  progress: Progress = {},
): Promise<CheckedRendering> {
  const { kind, language, mark, sections, title } = source.look
  const { team, sections: ofKind } = source.template
  const data = await briefingData(evidenceOf(source), intervals, progress)
  const figures = figuresOf(data)
  const options = { language, mark, team, sections: sections ?? ofKind[kind], title: title === '' ? undefined : title }
  return { data, figures, ...withEdits(composeBriefing(data, figures, options), source.edits, figures) }
}

/** The same as pages show it. @throws as `renderingOf`. */
export async function composedOf(source: Source, intervals: Intervals, progress: Progress = {}): Promise<Composed> {
  const { data: _, ...composed } = await renderingOf(source, intervals, progress)
  return { ...composed, html: htmlOf(composed, { editable: true }) }
}
