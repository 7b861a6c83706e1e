import { posting } from '@/lib/api/handler'
import { approveIncident } from '@/lib/review/commands'
import { approveSchema } from '@/lib/review/schema'

/** Approves what waits for review; the body is `approveSchema`. */
export const POST = posting('incident:approve', approveSchema, approveIncident)
