import 'server-only'
import { logExport } from '@/lib/activity/export'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { Source } from './apart/source'
import { momentOf, requestOf } from './asked'
import { sourceOfDraft } from './draft-queries'
import { briefName } from './file-names'
import { gatherEvidence } from './gather'
import { type MadeFile, makeFiles } from './make-files'
import { briefingFile, type Download } from './published-queries'
import type { ExportFormat } from './render/formats'
import type { RenderOptions } from './render/rendering'
import type { BriefInput, DraftSettings } from './schema'
import { templateLook } from './template-look'

/** A draft in a format, as it was last saved. */
async function fileOfDraft(
  viewer: Viewer,
  id: string,
  format: ExportFormat,
  options: RenderOptions,
): Promise<Download> {
  const { draft, source } = await sourceOfDraft(viewer, id)
  const nameOf = (one: ExportFormat) => briefName(draft.settings, one)
  const { files } = await makeFiles(source, nameOf, [format], options)
  return files[0]
}

/**
 * A draft as a file, made while one waits. For what takes longer there are exports.
 * @throws DeskError as `sourceOfDraft`; the signal's reason when it is aborted.
 */
export async function draftFile(
  viewer: Viewer,
  id: string,
  format: ExportFormat,
  options: RenderOptions = {},
): Promise<Download> {
  authorize(viewer, 'briefing:compose')
  const file = await fileOfDraft(viewer, id, format, options)
  await logExport(viewer, { subject: 'briefing', detail: { draft: id, format } })
  return file
}

/**
 * The PDF of a draft for the desk's preview. It is looked at with each change, so it is no export and is not noted as one.
 * @throws DeskError as `draftFile`.
 */
export async function draftPages(viewer: Viewer, id: string, options: RenderOptions = {}): Promise<Download> {
  authorize(viewer, 'briefing:compose')
  return fileOfDraft(viewer, id, 'pdf', options)
}

/** What is asked for without a draft, as settings. */
const settingsOfBrief = ({ asOf: _, ...settings }: BriefInput): DraftSettings => settings

/** What a briefing is made of out of the record as it is, or was, without a draft. */
async function sourceOfBrief(viewer: Viewer, input: BriefInput): Promise<Source> {
  const look = settingsOfBrief(input)
  const evidence = JSON.stringify(await gatherEvidence(viewer, requestOf(look, momentOf(input.asOf))))
  const template = await templateLook(await database(), look.templateId)
  return { evidence: new TextEncoder().encode(evidence), look, template, edits: [] }
}

/**
 * A briefing out of the record as it is, or was, without a draft: as files, made while one waits; in all formats where none are named.
 * It notes nothing in the log.
 * @throws DeskError as `gatherEvidence`; the signal's reason when it is aborted.
 */
export async function briefFiles(
  viewer: Viewer,
  input: BriefInput,
  formats?: readonly ExportFormat[],
  options: RenderOptions = {},
): Promise<MadeFile[]> {
  authorize(viewer, 'briefing:read')
  const nameOf = (one: ExportFormat) => briefName(settingsOfBrief(input), one)
  return (await makeFiles(await sourceOfBrief(viewer, input), nameOf, formats, options)).files
}

/**
 * One of its files, noted in the log.
 * @throws DeskError as `briefFiles`.
 */
export async function briefFile(
  viewer: Viewer,
  input: BriefInput,
  format: ExportFormat,
  options: RenderOptions = {},
): Promise<Download> {
  const [file] = await briefFiles(viewer, input, [format], options)
  const { dyadIds, toWeek } = input
  const dyadId = dyadIds.length === 1 ? dyadIds[0] : undefined
  await logExport(viewer, { subject: 'briefing', dyadId, detail: { format, week: toWeek } })
  return file
}

/** A file of a published briefing, noted in the log. @throws DeskError as `briefingFile`. */
export async function downloadBriefing(viewer: Viewer, id: string, format: ExportFormat): Promise<Download> {
  const file = await briefingFile(viewer, id, format)
  await logExport(viewer, { subject: 'briefing', detail: { id, format } })
  return file
}
