import type { Scene, SceneItem } from '@/lib/briefings/charts/scene'
import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { DocumentChart } from '@/lib/briefings/model/chart'
import type { BriefingDocument, DocumentPicture } from '@/lib/briefings/model/document'
import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Language, SectionKey } from '@/lib/briefings/model/terms'
import { caseEvidenceOf } from './fixture'

/*
 * What tests of charts in documents work with: evidence that is changed, pictures out of a document, and places read out of path data.
 */

type Kind = DocumentChart['kind']

const WITH_CHARTS: SectionKey[] = ['compare', 'trend', 'drivers', 'directions', 'outlook']

/** All pictures of a document. */
export const picturesOf = ({ sections }: BriefingDocument): DocumentPicture[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.picture] : [])))

/** The parts with charts of a briefing of the case, in any language: what they are made of is worked out once. */
export function chartDocuments(
  change = (evidence: Evidence) => evidence,
): (language?: Language) => Promise<BriefingDocument> {
  const team = { name: '', footer: '', logo: null }
  let made: ReturnType<typeof briefingData> | undefined
  return async (language = 'en') => {
    made ??= briefingData(change(caseEvidenceOf()))
    const data = await made
    return composeBriefing(data, figuresOf(data), { language, mark: 'CLEAR', team, sections: WITH_CHARTS })
  }
}

/** The first chart of a kind in a document. */
export function chartOf<K extends Kind>(document: BriefingDocument, kind: K): Extract<DocumentChart, { kind: K }> {
  const chart = picturesOf(document)
    .map((picture) => picture.chart)
    .find((one): one is Extract<DocumentChart, { kind: K }> => one.kind === kind)
  if (!chart) throw new Error(`The document has no chart of kind ${kind}.`)
  return chart
}

/** Two weeks in spring without incidents that nobody checked. */
export const UNCHECKED = [20150, 20157]

/** Evidence without the checks of those weeks. */
export const withGap = (evidence: Evidence): Evidence => ({
  ...evidence,
  dyads: evidence.dyads.map((dyad) => ({
    ...dyad,
    checks: dyad.checks.filter(({ weekStart }) => !UNCHECKED.includes(weekStart)),
  })),
})

const EARLIER_DAYS = 21

/** A special report on half a year of the case and of ARM-AZE, to which the same happened three weeks earlier. */
export function twoDyads(evidence: Evidence): Evidence {
  const [dyad] = evidence.dyads
  const swap = (country: string) => (country === 'RUS' ? 'ARM' : country)
  const incidents = dyad.incidents.map((incident) => ({
    ...incident,
    actor: swap(incident.actor),
    target: swap(incident.target),
    startDay: incident.startDay - EARLIER_DAYS,
    endDay: incident.endDay === null ? null : incident.endDay - EARLIER_DAYS,
    earliestDay: incident.earliestDay - EARLIER_DAYS,
    latestDay: incident.latestDay - EARLIER_DAYS,
  }))
  return {
    ...evidence,
    kind: 'special',
    fromWeek: evidence.toWeek - 26 * 7,
    dyads: [dyad, { ...dyad, dyadId: 'ARM-AZE', incidents }],
  }
}

export type Place = [x: number, y: number]

/** The places of each stretch of a path of straight lines. */
export const stretchesOf = (d: string): Place[][] =>
  d
    .split('M')
    .slice(1)
    .map((stretch) =>
      stretch
        .replace(/Z$/, '')
        .split('L')
        .map((place) => place.split(',').map(Number) as Place),
    )

/** Upper left corner, width and height of each rectangle of a path such as `M1,2h3v4h-3Z`, in whatever way it is spaced. */
export const boxesOf = (d: string): { x: number; y: number; width: number; height: number }[] =>
  d
    .split('M')
    .slice(1)
    .map((box) => {
      const [x, y, width, height] = (box.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
      return { x, y, width, height }
    })

/** The item of a name. */
export function itemOf<K extends SceneItem['kind']>(
  { items }: Scene,
  kind: K,
  name: string,
): Extract<SceneItem, { kind: K }> {
  const item = items.find((one): one is Extract<SceneItem, { kind: K }> => one.kind === kind && one.name === name)
  if (!item) throw new Error(`The scene has no ${kind} named ${name}.`)
  return item
}

/** All texts of a scene. */
export const textsOf = ({ items }: Scene) => items.filter((item) => item.kind === 'text')
