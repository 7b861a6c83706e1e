import 'server-only'
import type { Source } from './apart/source'
import { sha256 } from './content'
import { EXPORT_FORMATS, type ExportFormat, FORMATS } from './render/formats'
import type { RenderOptions } from './render/rendering'
import { filesApart, frozenApart } from './render-pool'
import type { BriefingFileView } from './views'

/** A file that was made. */
export type MadeFile = BriefingFileView & { bytes: Uint8Array<ArrayBuffer> }

type NameOf = (format: ExportFormat) => string

const fileOf = (format: ExportFormat, bytes: Uint8Array<ArrayBuffer>, nameOf: NameOf): MadeFile => ({
  format,
  name: nameOf(format),
  mediaType: FORMATS[format].mediaType,
  size: bytes.length,
  sha256: sha256(bytes),
  bytes,
})

/**
 * Makes a briefing in some formats, one after the other, in a thread beside the pages; all of them where none are named.
 * @throws DeskError NOT_FOUND where the record has no such week; whatever a renderer throws; Error AbortError when `signal` ends it.
 */
export async function makeFiles(
  source: Source,
  nameOf: NameOf,
  formats: readonly ExportFormat[] = EXPORT_FORMATS,
  options: RenderOptions = {},
): Promise<{ title: string; files: MadeFile[] }> {
  const { title, files } = await filesApart(source, formats, options)
  return { title, files: files.map((bytes, index) => fileOf(formats[index], bytes, nameOf)) }
}

/** What is kept of a published briefing: its files, and its document and figures as canonical JSON. */
export interface FrozenFiles {
  document: string
  figures: string
  files: MadeFile[]
}

/** All that is kept of a briefing when it is published. @throws as `makeFiles`. */
export async function freezeFiles(source: Source, nameOf: NameOf, options: RenderOptions = {}): Promise<FrozenFiles> {
  const { document, figures, files } = await frozenApart(source, EXPORT_FORMATS, options)
  return { document, figures, files: files.map((bytes, index) => fileOf(EXPORT_FORMATS[index], bytes, nameOf)) }
}
