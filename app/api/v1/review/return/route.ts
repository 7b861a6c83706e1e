import { posting } from '@/lib/api/handler'
import { returnIncident } from '@/lib/review/commands'
import { returnSchema } from '@/lib/review/schema'

/** Sends what waits for review back with a comment; the body is `returnSchema`. */
export const POST = posting('incident:approve', returnSchema, returnIncident)
