import { UNREACHABLE } from '@/components/review/review-words'
import type { ActionResult } from '@/lib/form-action'

/** An action's answer; a server that does not answer is told like any other refusal, in the words of `unreachable`. */
export async function settle<T>(work: Promise<ActionResult<T>>, unreachable = UNREACHABLE): Promise<ActionResult<T>> {
  try {
    return await work
  } catch (error) {
    console.warn('The server gave no answer.', error)
    return { ok: false, code: 'BUG', message: unreachable }
  }
}
