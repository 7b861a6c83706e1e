import type { Alignment, CompareAsk } from '@/lib/compare/schema'

/** `peak`, or `AZE-RUS/RA-010,ARM-AZE/ARM-AZE-6`; nothing by the calendar. */
export const alignText = (align: Alignment): string => {
  if (align.by !== 'incident') return align.by
  return align.incidents.map(({ dyadId, id }) => `${dyadId}/${id}`).join(',')
}

/** The parameters of a comparison, with what differs from the usual alone. Ids need no escape, so the address stays readable. */
export function compareQuery({ dyadIds, align, range }: Pick<CompareAsk, 'dyadIds' | 'align' | 'range'>): string {
  const parts: string[] = []
  if (dyadIds.length > 0) parts.push(`dyads=${dyadIds.join(',')}`)
  if (align.by !== 'calendar') parts.push(`align=${alignText(align)}`)
  if (range !== '52') parts.push(`range=${range}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The address of a comparison. */
export const comparePath = (ask: Pick<CompareAsk, 'dyadIds' | 'align' | 'range'>): string =>
  `/compare${compareQuery(ask)}`

/** The address that compares some dyads in the usual way. */
export const compareDyadsPath = (dyadIds: string[]): string =>
  comparePath({ dyadIds, align: { by: 'calendar' }, range: '52' })

/** The same comparison without one of its dyads, and without an incident of it. */
export function withoutDyad({ dyadIds, align, range }: CompareAsk, dyadId: string): string {
  return comparePath({ dyadIds: dyadIds.filter((id) => id !== dyadId), align: withoutIncident(align, dyadId), range })
}

/** An alignment without the incident of a dyad; by the calendar where that was the only one. */
export function withoutIncident(align: Alignment, dyadId: string): Alignment {
  if (align.by !== 'incident') return align
  const incidents = align.incidents.filter((key) => key.dyadId !== dyadId)
  return incidents.length === 0 ? { by: 'calendar' } : { by: 'incident', incidents }
}

/** An alignment with an incident: in the place of another one of its dyad, and of any other way to align. */
export function withIncident(align: Alignment, key: { dyadId: string; id: string }): Alignment {
  const rest = withoutIncident(align, key.dyadId)
  return { by: 'incident', incidents: [...(rest.by === 'incident' ? rest.incidents : []), key] }
}
