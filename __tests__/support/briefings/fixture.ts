import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Language, SectionKey, TlpMark } from '@/lib/briefings/model/terms'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { weekStartFromId } from '@/lib/core/calendar'
import caseEvidence from './evidence-rus-aze.json'

interface FixtureOptions {
  language?: Language
  mark?: TlpMark
  sections?: readonly SectionKey[]
  /** Changes the evidence before anything is made of it. */
  change?: (evidence: Evidence) => Evidence
}

/** The case's record as it was read of a desk that `dyadwatch setup` made: AZE-RUS, week 2025-W27. */
export const caseEvidenceOf = (week = '2025-W27'): Evidence => ({
  ...(structuredClone(caseEvidence) as Evidence),
  fromWeek: weekStartFromId(week),
  toWeek: weekStartFromId(week),
})

/** The briefing of the case's peak week, made from its evidence without a database. */
export async function caseRendering(options: FixtureOptions = {}): Promise<Rendering> {
  const { language = 'en', mark = 'GREEN', sections, change = (evidence) => evidence } = options
  const data = await briefingData(change(caseEvidenceOf()))
  const figures = figuresOf(data)
  const team = { name: 'South Caucasus desk', footer: 'For the reader named on the cover', logo: null }
  return { data, figures, document: composeBriefing(data, figures, { language, mark, team, sections }) }
}
