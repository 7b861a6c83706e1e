import * as z from 'zod/mini'

/** Allows or forbids people to approve their own work. `baseRevision` is 0 while it was never set. */
export const selfApprovalSchema = z.object({ selfApproval: z.boolean(), baseRevision: z.int() })
export type SelfApprovalInput = z.infer<typeof selfApprovalSchema>
