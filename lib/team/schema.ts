import * as z from 'zod/mini'
import { timeZoneSchema } from './time-zone'

/** Allows or forbids people to approve their own work. `baseRevision` is 0 while it was never set. */
export const selfApprovalSchema = z.object({ selfApproval: z.boolean(), baseRevision: z.int() })
export type SelfApprovalInput = z.infer<typeof selfApprovalSchema>

/** Says whose clock schedules go by. `baseRevision` is 0 while it was never set. */
export const teamTimeZoneSchema = z.object({ timeZone: timeZoneSchema, baseRevision: z.int() })
export type TeamTimeZoneInput = z.infer<typeof teamTimeZoneSchema>
