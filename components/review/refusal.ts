import type { ItemKey } from '@/components/review/review-address'
import type { ActionResult } from '@/lib/form-action'
import type { ConflictDetail } from '@/lib/incidents/views'

export type Refusal = Extract<ActionResult<unknown>, { ok: false }>

const isConflict = (detail: unknown): detail is ConflictDetail =>
  typeof detail === 'object' && detail !== null && 'theirs' in detail

/** Why a decision was not taken, in words of a reviewer. */
export function refusalOf(result: Refusal, { id }: ItemKey): string {
  if (result.code !== 'CONFLICT' || !isConflict(result.detail)) return result.message
  const { by, status } = result.detail.theirs
  const now = status === 'in_review' ? 'Below is what it says now.' : 'It does not wait for review any more.'
  return `${by} changed ${id} while you were reading it. ${now}`
}

/** Whether it is not known what became of a decision. */
export const unanswered = (result: ActionResult<unknown>): boolean => !result.ok && result.code === 'BUG'

/** Whether nothing would come of sending it again: it is done, or refused for good. */
export const finished = (result: ActionResult<unknown>): boolean =>
  result.ok || !['BUG', 'RATE_LIMITED', 'UNAUTHENTICATED'].includes(result.code)
