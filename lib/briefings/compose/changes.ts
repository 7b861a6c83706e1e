import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Figures } from '@/lib/briefings/model/figures'
import { figureText } from '@/lib/briefings/text/figure-text'
import { PACKS } from '@/lib/briefings/text/writer'
import type { ChangeNote, FigureChange } from '@/lib/briefings/views'

/** What two briefings rest on. */
export interface Basis {
  evidence: Evidence
  figures: Figures
}

/** Revisions of the incidents that a briefing rests on, by `AZE-RUS/RA-010`. */
const revisionsOf = ({ dyads }: Evidence): Map<string, number> =>
  new Map(
    dyads.flatMap(({ dyadId, incidents }) =>
      incidents.map(({ id, revision }) => [`${dyadId}/${id}`, revision] as const),
    ),
  )

/** Figures that both have and that are written otherwise now, to all the places that are shown. */
function movedFigures(before: Figures, after: Figures): FigureChange[] {
  return Object.values(after).flatMap(({ id, value, unit }) => {
    if (!Object.hasOwn(before, id)) return []
    const old = before[id]
    if (old.value === value && old.unit === unit) return []
    if (figureText(old, PACKS.en) === figureText({ value, unit }, PACKS.en)) return []
    return [{ id, before: old.value, after: value }]
  })
}

/**
 * What changed from one briefing to the one that replaces it: figures that moved, incidents that came to the record, were changed or
 * do not count any more, and dyads that another method is used for. Figures and dyads that only one of them has are no change.
 * O(figures + incidents).
 */
export function changesBetween(before: Basis, after: Basis): ChangeNote {
  const both = new Set(before.evidence.dyads.map(({ dyadId }) => dyadId))
  const [old, fresh] = [revisionsOf(before.evidence), revisionsOf(after.evidence)]
  const told = new Set(after.evidence.dyads.map(({ dyadId }) => dyadId))
  const inBoth = (key: string) => both.has(key.split('/')[0]) && told.has(key.split('/')[0])
  const hashOf = ({ dyads, methods }: Evidence, dyadId: string): string => {
    const dyad = dyads.find((one) => one.dyadId === dyadId)
    return dyad ? methods[dyad.methodId].hash : ''
  }
  const methods = [...told]
    .filter((dyadId) => both.has(dyadId))
    .map((dyadId) => ({ dyadId, before: hashOf(before.evidence, dyadId), after: hashOf(after.evidence, dyadId) }))
  return {
    figures: movedFigures(before.figures, after.figures),
    added: [...fresh.keys()].filter((key) => inBoth(key) && !old.has(key)),
    changed: [...fresh].filter(([key, revision]) => old.has(key) && old.get(key) !== revision).map(([key]) => key),
    retracted: [...old.keys()].filter((key) => inBoth(key) && !fresh.has(key)),
    methods: methods.filter((one) => one.before !== one.after),
  }
}
