import { writingTo } from '@/lib/api/handler'
import { startPublication } from '@/lib/briefings/commands'
import { newPublicationSchema } from '@/lib/briefings/schema'

/**
 * Publishes the draft; the body is `newPublicationSchema` without the id.
 * Answers within about a second: done, or how far it is.
 */
export const POST = writingTo('briefing:publish', newPublicationSchema, { id: 'id' }, startPublication, 201)
