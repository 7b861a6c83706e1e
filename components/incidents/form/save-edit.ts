import type { Saved } from '@/components/incidents/form/save-new'
import { saysSame } from '@/lib/again'
import type { ActionResult } from '@/lib/form-action'
import type { EditInput, IncidentInput } from '@/lib/incidents/schema'
import type { ConflictDetail } from '@/lib/incidents/views'

/**
 * Saves an edit. Where the answer to an earlier try was lost and more was typed since, the record may be at what that try wrote: no
 * conflict with anybody, so the edit goes on from there. `attempt` is what went out then; null when nothing is in doubt.
 */
export async function saveEdit(
  send: (input: EditInput) => Promise<ActionResult<Saved>>,
  input: EditInput,
  attempt: IncidentInput | null,
): Promise<ActionResult<Saved>> {
  const result = await send(input)
  if (result.ok || attempt === null || !isConflict(result.detail)) return result
  const { own, revision, status, input: stored } = result.detail.theirs
  if (!own || !saysSame(stored, attempt)) return result
  return send({ ...input, baseRevision: revision, submit: input.submit || status === 'in_review' })
}

const isConflict = (detail: unknown): detail is ConflictDetail =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail
