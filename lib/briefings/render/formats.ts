/** The formats that a briefing leaves the desk in; `zip` is the data package. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'pptx', 'md', 'html', 'xlsx', 'zip'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What each is to those who send and receive it, and its name for people. */
export const FORMATS: Readonly<Record<ExportFormat, { mediaType: string; ending: string; name: string }>> = {
  pdf: { mediaType: 'application/pdf', ending: 'pdf', name: 'PDF' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    name: 'Word',
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ending: 'pptx',
    name: 'PowerPoint',
  },
  md: { mediaType: 'text/markdown; charset=utf-8', ending: 'md', name: 'Markdown' },
  html: { mediaType: 'text/html; charset=utf-8', ending: 'html', name: 'Web page' },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    name: 'Excel',
  },
  zip: { mediaType: 'application/zip', ending: 'zip', name: 'Data package' },
}

/** Whether a part of an address is one of them. */
export const isExportFormat = (text: string): text is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(text)
