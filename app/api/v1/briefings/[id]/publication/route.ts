import { writingTo } from '@/lib/api/handler'
import { startPublication } from '@/lib/briefings/commands'
import { publishSchema } from '@/lib/briefings/schema'

/** Publishes the draft; the body is `publishSchema` without the id. Answers within about a second: done, or how far it is. */
export const POST = writingTo('briefing:publish', publishSchema, { id: 'id' }, startPublication, 201)
