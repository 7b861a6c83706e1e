import * as z from 'zod/mini'
import { filterSchema } from '@/lib/incidents/filter'
import { addressFields, optionalReasonSchema, reasonSchema } from '@/lib/incidents/schema'

const seen = { ...addressFields, baseRevision: z.int() }

export const approveSchema = z.object({ ...seen, comment: optionalReasonSchema })
/** Characters that the comment of a return may have: the most that `reasonSchema` takes. */
export const MOST_RETURN_CHARACTERS = 500
/** What must be said when something is sent back. */
export const returnSchema = z.object({ ...seen, comment: reasonSchema })
export const undoApprovalSchema = z.object({ ...seen, reason: optionalReasonSchema })

/**
 * One step of a bulk approval. `expected` and `digest` say how many and what the reviewer was shown; the first step of a batch
 * checks them, the others follow what it wrote down, whatever filter they are sent with.
 */
export const batchSchema = z.object({
  batchId: z.uuid(),
  filter: filterSchema,
  expected: z.int().check(z.minimum(1)),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export const undoBatchSchema = z.object({ batchId: z.uuid() })

export type ApproveInput = z.infer<typeof approveSchema>
export type ReturnInput = z.infer<typeof returnSchema>
export type UndoApprovalInput = z.infer<typeof undoApprovalSchema>
export type BatchInput = z.infer<typeof batchSchema>
export type UndoBatchInput = z.infer<typeof undoBatchSchema>
