import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { Evidence, EvidenceIncident } from '@/lib/briefings/model/evidence'
import type { Language, TlpMark } from '@/lib/briefings/model/terms'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { weekEndOf, weekStartFromId } from '@/lib/core/calendar'
import { caseEvidenceOf } from './fixture'

/** A special report over half a year of the case and of a second dyad that has the same record, told of other countries. */
export function twoDyads(): Evidence {
  const evidence = caseEvidenceOf()
  const [first] = evidence.dyads
  const other = (code: string) => (code === 'RUS' ? 'TUR' : code)
  const second = {
    ...structuredClone(first),
    dyadId: 'AZE-TUR',
    incidents: first.incidents.map((one) => ({ ...one, actor: other(one.actor), target: other(one.target) })),
  }
  return { ...evidence, kind: 'special', fromWeek: weekStartFromId('2025-W05'), dyads: [first, second] }
}

/** The case's record with so many more incidents in its week, each of another source. */
export function manyIncidents(count: number): Evidence {
  const evidence = caseEvidenceOf()
  const [dyad] = evidence.dyads
  const [pattern] = dyad.incidents
  const first = evidence.toWeek
  const more = Array.from({ length: count }, (_, index): EvidenceIncident => {
    const day = first + (index % 7)
    const source = { ...pattern.sources[0], outlet: `Outlet ${index}`, url: `https://example.org/${index}` }
    const when = { startDay: day, endDay: null, earliestDay: day, latestDay: day }
    const rung = 1 + (index % 3)
    return {
      ...pattern,
      ...when,
      id: `ZZ-${String(index).padStart(4, '0')}`,
      rung,
      title: `Incident ${index}`,
      sources: [source],
    }
  })
  const incidents = [...dyad.incidents, ...more].sort((a, b) => a.startDay - b.startDay || (a.id < b.id ? -1 : 1))
  return { ...evidence, today: Math.max(evidence.today, weekEndOf(first)), dyads: [{ ...dyad, incidents }] }
}

/** A rendering of any evidence. */
export async function renderingOf(
  evidence: Evidence,
  { language = 'en', mark = 'AMBER+STRICT' }: { language?: Language; mark?: TlpMark } = {},
): Promise<Rendering> {
  const data = await briefingData(evidence)
  const figures = figuresOf(data)
  const team = { name: 'South Caucasus desk', footer: 'For the reader named on the cover', logo: null }
  return { data, figures, document: composeBriefing(data, figures, { language, mark, team }) }
}
