import type { Persistence } from '@/lib/core/codebook'
import type { MethodParameters } from '@/lib/core/scoring'

/** Share of its points below which an incident counts as no longer felt. */
const FELT_SHARE = 0.1

/** Days, rounded, after which less than a tenth of an incident's points is left: h log2(10). */
export const feltDays = (persistence: Persistence, params: MethodParameters): number =>
  Math.round(params.halfLife[persistence] * Math.log2(1 / FELT_SHARE))
