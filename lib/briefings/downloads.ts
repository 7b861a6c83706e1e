import 'server-only'
import { logExport } from '@/lib/activity/export'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { momentOf, requestOf } from './asked'
import { renderingOfDraft } from './draft-queries'
import { briefName } from './file-names'
import { gatherEvidence } from './gather'
import { makeFiles } from './make-files'
import { briefingFile, type Download } from './published-queries'
import type { ExportFormat } from './render/formats'
import type { RenderOptions } from './render/rendering'
import { type CheckedRendering, renderEvidence } from './rendering'
import type { BriefInput, DraftSettings } from './schema'
import { templateLook } from './template-look'

/**
 * A draft as a file, made while one waits. For what takes longer there are exports.
 * @throws DeskError as `renderingOfDraft`; the signal's reason when it is aborted.
 */
export async function draftFile(
  viewer: Viewer,
  id: string,
  format: ExportFormat,
  { signal, onProgress }: RenderOptions = {},
): Promise<Download> {
  authorize(viewer, 'briefing:compose')
  const rendering = await renderingOfDraft(viewer, id, { signal })
  const nameOf = (one: ExportFormat) => briefName(rendering.draft.settings, one)
  const [file] = await makeFiles(rendering, nameOf, [format], { signal, onProgress })
  await logExport(viewer, { subject: 'briefing', detail: { draft: id, format } })
  return file
}

/** What is asked for without a draft, as settings. */
export const settingsOfBrief = ({ asOf: _, ...settings }: BriefInput): DraftSettings => settings

/**
 * A briefing out of the record as it is, or was, without a draft.
 * @throws DeskError as `gatherEvidence`; the signal's reason when it is aborted.
 */
export async function renderingOfBrief(
  viewer: Viewer,
  input: BriefInput,
  { signal }: RenderOptions = {},
): Promise<CheckedRendering> {
  authorize(viewer, 'briefing:read')
  const settings = settingsOfBrief(input)
  const evidence = await gatherEvidence(viewer, requestOf(settings, momentOf(input.asOf)))
  const look = await templateLook(await database(), settings.templateId)
  return renderEvidence(evidence, settings, look, [], { signal })
}

/**
 * The same as a file, made while one waits.
 * @throws DeskError as `renderingOfBrief`.
 */
export async function briefFile(
  viewer: Viewer,
  input: BriefInput,
  format: ExportFormat,
  options: RenderOptions = {},
): Promise<Download> {
  const rendering = await renderingOfBrief(viewer, input, options)
  const settings = settingsOfBrief(input)
  const [file] = await makeFiles(rendering, (one) => briefName(settings, one), [format], options)
  const dyadId = settings.dyadIds.length === 1 ? settings.dyadIds[0] : undefined
  await logExport(viewer, { subject: 'briefing', dyadId, detail: { format, week: settings.toWeek } })
  return file
}

/** A file of a published briefing, noted in the log. @throws DeskError as `briefingFile`. */
export async function downloadBriefing(viewer: Viewer, id: string, format: ExportFormat): Promise<Download> {
  const file = await briefingFile(viewer, id, format)
  await logExport(viewer, { subject: 'briefing', detail: { id, format } })
  return file
}
