import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from '@/lib/briefings/render/formats'
import { DeskError } from '@/lib/errors'

/** The format that an address names. @throws DeskError INVALID. */
export function askedFormat(text: string): ExportFormat {
  if (!isExportFormat(text)) throw new DeskError('INVALID', `The format is one of ${EXPORT_FORMATS.join(', ')}.`)
  return text
}
