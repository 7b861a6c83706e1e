import 'server-only'
import { sha256 } from './content'
import { EXPORT_FORMATS, type ExportFormat, FORMATS } from './render/formats'
import type { Rendering, RenderOptions } from './render/rendering'
import { renderApart } from './render-pool'
import type { BriefingFileView } from './views'

/** A file that was made. */
export type MadeFile = BriefingFileView & { bytes: Uint8Array<ArrayBuffer> }

/**
 * Makes a briefing in some formats, one after the other, in a thread beside the pages; all of them where none are named.
 * @throws whatever a renderer throws; the signal's reason when it is aborted.
 */
export async function makeFiles(
  rendering: Rendering,
  nameOf: (format: ExportFormat) => string,
  formats: readonly ExportFormat[] = EXPORT_FORMATS,
  { signal, onProgress }: RenderOptions = {},
): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const [index, format] of formats.entries()) {
    signal?.throwIfAborted()
    const told = (share: number) => onProgress?.((index + share) / formats.length)
    const bytes = await renderApart(format, rendering, { signal, onProgress: told })
    const { mediaType } = FORMATS[format]
    files.push({ format, name: nameOf(format), mediaType, size: bytes.length, sha256: sha256(bytes), bytes })
    told(1)
  }
  return files
}
