import { writingTo } from '@/lib/api/handler'
import { startExport } from '@/lib/briefings/commands'
import { newExportSchema } from '@/lib/briefings/schema'

/** Has a file of the draft made; the body is `{ format, requestId? }`. Answers within about a second: done, or how far it is. */
export const POST = writingTo('briefing:compose', newExportSchema, { id: 'draftId' }, startExport, 201)
