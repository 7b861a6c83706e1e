import { dyadTitle } from '@/components/dyads/dyad-page-header'
import { type CompareAlign, type CompareModel, compareModel } from '@/lib/charts/compare'
import type { CompareAsk } from '@/lib/compare/schema'
import type { CompareView } from '@/lib/compare/views'

/** The incidents that count among those asked for, in the order of the address: the first one is week 0 of the dyads without one. */
export function anchorsOf({ anchors }: CompareView, { align }: CompareAsk): CompareView['anchors'] {
  if (align.by !== 'incident') return []
  return align.incidents.flatMap(
    (key) => anchors.find(({ dyadId, id }) => dyadId === key.dyadId && id === key.id) ?? [],
  )
}

/** The model of a comparison as its address asks for it; by the calendar where none of its incidents counts. */
export function modelOf(view: CompareView, ask: CompareAsk): CompareModel {
  const sources = view.dyads.map((dyad) => ({ ...dyad, name: dyadTitle(dyad.dyadId) }))
  return compareModel(sources, alignOf(view, ask), ask.range)
}

function alignOf(view: CompareView, ask: CompareAsk): CompareAlign {
  if (ask.align.by !== 'incident') return ask.align
  const days = anchorsOf(view, ask)
  return days.length === 0 ? { by: 'calendar' } : { by: 'incident', days }
}
