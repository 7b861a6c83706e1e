import type { MethodParameters } from '@/lib/core/scoring'
import type { Reader } from '@/lib/db/transaction'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'
import { changedFields } from './changed-fields'
import type { Difference } from './differences'
import type { DifferenceKind, DifferenceView } from './views'

/** What counted of an incident from a moment on, as it is told. */
interface Told extends ScoredRow {
  at: Date
  title: string
  code: string | null
}

/** What is said of each listed incident, from its vintages: one read, bounded by the list. */
export async function described(
  reader: Reader,
  { dyadId, moment, parameters }: { dyadId: string; moment: Date; parameters: MethodParameters },
  parts: readonly Difference<ScoredRow>[],
): Promise<DifferenceView[]> {
  const vintages = await reader.incidentVintage.findMany({
    where: { dyadId, incidentId: { in: parts.map(({ id }) => id) } },
    orderBy: { revision: 'asc' },
    omit: { inForce: true, revision: true },
  })
  const byIncident = new Map<string, Told[]>(parts.map(({ id }) => [id, []]))
  for (const { incidentId: id, ...vintage } of vintages) byIncident.get(id)?.push({ ...vintage, id })
  return parts.map((part) => describe(part, byIncident.get(part.id) ?? [], moment, parameters))
}

function describe(
  part: Difference<ScoredRow>,
  vintages: Told[],
  moment: Date,
  parameters: MethodParameters,
): DifferenceView {
  const earlier = vintages.filter(({ at }) => at <= moment)
  const [before, latest] = [earlier.at(-1), vintages[vintages.length - 1]]
  const kind = kindOf(part, earlier, latest)
  const { said, known } = part
  return {
    id: part.id,
    kind,
    title: latest.title,
    code: latest.code ?? '',
    day: latest.startDay,
    at: sinceOf(vintages, kind === 'corrected', parameters).toISOString(),
    changed: said && known && before ? changedFields(withCode(said, before), withCode(known, latest)) : [],
    effect: part.effect,
  }
}

/**
 * Since when an incident counts as it does: from the first of its last vintages that score the same, however its title went on to
 * change. Where it only matters whether it counts, a correction in between changes nothing.
 */
function sinceOf(vintages: readonly Told[], exactly: boolean, parameters: MethodParameters): Date {
  const scored = vintages.map((vintage) => {
    const term = termOfRow(vintage, parameters)
    return exactly ? JSON.stringify(term) : String(term !== null)
  })
  const other = scored.findLastIndex((one) => one !== scored[scored.length - 1])
  return vintages[other + 1].at
}

const withCode = (row: ScoredRow, { code }: Told) => ({ ...row, code: code ?? '' })

const isApproved = (kind: string) => (vintage: Told) => vintage.status === 'approved' && vintage.kind === kind

function kindOf({ said, known }: Difference<ScoredRow>, earlier: readonly Told[], latest: Told): DifferenceKind {
  if (said && known) return 'corrected'
  if (!known) {
    if (isApproved('context')(latest)) return 'context'
    return latest.status === 'retracted' ? 'retracted' : 'reopened'
  }
  const before = earlier.at(-1)
  if (before && isApproved('context')(before)) return 'counts'
  return earlier.some(isApproved('incident')) ? 'again' : 'late'
}
