import { type MethodParameters, verificationOf } from '@/lib/core/scoring'
import { formatPercent } from '@/lib/format'

/** What becomes of an incident that is known as badly as can be, E5. */
export function worstWords(parameters: MethodParameters): string {
  const worst = verificationOf('E', 5, parameters)
  return worst === 0 ? 'it stays on the list and adds nothing' : `it keeps ${formatPercent(worst)} of its points`
}
