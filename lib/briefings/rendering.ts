import 'server-only'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { composeBriefing } from './compose/document'
import { type EditedDocument, type SentenceEdit, withEdits } from './compose/edits'
import { jsonOf } from './content'
import { briefingData, type Progress } from './figures/briefing-data'
import { figuresOf } from './figures/figure-list'
import { intervalsStored } from './intervals'
import type { Evidence } from './model/evidence'
import type { Rendering } from './render/rendering'
import type { DraftSettings } from './schema'
import { NO_TEMPLATE, type TemplateLook, templateLook } from './template-look'

/** What a rendering is made by beside its evidence. */
export type Look = Pick<DraftSettings, 'kind' | 'language' | 'mark' | 'sections' | 'title'>

/** A rendering, and what the check of its edits found. */
export type CheckedRendering = Rendering & Omit<EditedDocument, 'document'>

/**
 * A briefing from its evidence: all figures, the document by the rules, then the edits in it. O(incidents × days), and the draws
 * of intervals where nobody worked them out yet.
 * @throws DeskError NOT_FOUND where the record has no such week; the signal's reason when it is aborted.
 */
export async function renderEvidence(
  evidence: Evidence,
  { kind, language, mark, sections, title }: Look,
  { team, sections: ofKind }: TemplateLook = NO_TEMPLATE,
  edits: readonly SentenceEdit[] = [],
  progress: Progress = {},
): Promise<CheckedRendering> {
  const data = await briefingData(evidence, intervalsStored, progress)
  const figures = figuresOf(data)
  const options = { language, mark, team, sections: sections ?? ofKind[kind], title: title === '' ? undefined : title }
  const written = composeBriefing(data, figures, options)
  return { data, figures, ...withEdits(written, edits, figures) }
}

/** The same from evidence that is kept, by a draft's settings. */
export async function renderingFrom(
  evidenceHash: string,
  settings: DraftSettings,
  edits: readonly SentenceEdit[] = [],
  progress: Progress = {},
): Promise<CheckedRendering> {
  const reader: Reader = await database()
  const evidence = await jsonOf<Evidence>(reader, evidenceHash)
  return renderEvidence(evidence, settings, await templateLook(reader, settings.templateId), edits, progress)
}
