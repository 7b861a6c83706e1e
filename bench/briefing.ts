import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeBriefing } from '@/lib/briefings/compose/document'
import { briefingData } from '@/lib/briefings/figures/briefing-data'
import { figuresOf } from '@/lib/briefings/figures/figure-list'
import type { Evidence, EvidenceIncident } from '@/lib/briefings/model/evidence'
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/briefings/render/formats'
import { render } from '@/lib/briefings/render/registry'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { closeRenderers, renderApart } from '@/lib/briefings/render-pool'
import { weekStartFromId } from '@/lib/core/calendar'
import { INDICATORS } from '@/lib/core/codebook'
import { type Line, median, randomStream, timesOf } from './measure'

const ROUNDS = 15
/** Rounds before those that count. */
const FIRST = 3
const OF_A_YEAR = 2000
const MEGABYTE = 2 ** 20

/** The case's record, as the tests have it. */
const caseEvidence = (): Evidence =>
  JSON.parse(readFileSync(join(process.cwd(), '__tests__/support/briefings/evidence-rus-aze.json'), 'utf8'))

async function renderingOf(evidence: Evidence): Promise<Rendering> {
  const data = await briefingData(evidence)
  const figures = figuresOf(data)
  const team = { name: 'Desk', footer: '', logo: null }
  return { data, figures, document: composeBriefing(data, figures, { language: 'en', mark: 'CLEAR', team }) }
}

/** A special report on a year of a dyad in which much happens: 2,000 incidents, each with a source of its own. */
function yearEvidence(): Evidence {
  const evidence = caseEvidence()
  const [dyad] = evidence.dyads
  const [fromWeek, toWeek] = [weekStartFromId('2024-W28'), weekStartFromId('2025-W27')]
  const random = randomStream(11)
  const incidents = Array.from({ length: OF_A_YEAR }, (_, index): EvidenceIncident => {
    const model = dyad.incidents[index % dyad.incidents.length]
    const { code, category, rung, persistence } = INDICATORS[Math.floor(random() * INDICATORS.length)]
    const startDay = fromWeek + Math.floor(random() * (toWeek + 7 - fromWeek))
    const dated = { startDay, endDay: null, ongoing: false, earliestDay: startDay, latestDay: startDay }
    const sources = model.sources.map((source) => ({ ...source, quote: `${source.quote} (${index})` }))
    return {
      ...model,
      ...dated,
      code,
      category,
      rung,
      persistence,
      sources,
      id: `Y-${index}`,
      respondsTo: null,
      respondsBasis: null,
    }
  })
  return { ...evidence, kind: 'special', fromWeek, toWeek, dyads: [{ ...dyad, incidents }] }
}

/** A way to make a file of one format. */
type Making = (format: ExportFormat, rendering: Rendering) => Promise<Uint8Array> | Uint8Array

/** Each format of the case's weekly briefing against its HTML page, both made in one way; the formats take turns. */
async function againstHtml(making: Making, how: string): Promise<Line[]> {
  const rendering = await renderingOf(caseEvidence())
  const times = new Map<ExportFormat, number[]>(EXPORT_FORMATS.map((format) => [format, []]))
  for (let round = 0; round < ROUNDS + FIRST; round++) {
    for (const [format, list] of times) {
      const [ms] = await timesOf(1, async () => making(format, rendering))
      // The first rounds load fonts and libraries.
      if (round >= FIRST) list.push(ms)
    }
  }
  const baseMs = median(times.get('html') ?? [])
  const others = [...times].filter(([format]) => format !== 'html')
  return others.map(([format, list]) => {
    return {
      what: `Weekly briefing of the case as ${format}, ${how}`,
      against: 'its HTML page',
      ms: median(list),
      baseMs,
    }
  })
}

/** As the desk makes files, in a thread that has to be handed the briefing, and by the makers alone, which no reader of a file meets. */
async function inBothWays(): Promise<Line[]> {
  const apart = await againstHtml(renderApart, 'as the desk makes it')
  await closeRenderers()
  return [...apart, ...(await againstHtml((format, rendering) => render(format)(rendering), 'by its maker alone'))]
}

/** The same of a year's report; says on the way what it takes of memory, and how far it is told to be. */
async function ofAYear(): Promise<Line[]> {
  const rendering = await renderingOf(yearEvidence())
  const lines: Line[] = []
  let baseMs = 0
  for (const format of ['html', ...EXPORT_FORMATS.filter((one) => one !== 'html')] as const) {
    let told = 0
    const [ms] = await timesOf(1, () => render(format)(rendering, { onProgress: () => told++ }))
    const peak = process.resourceUsage().maxRSS / 1024
    console.error(
      `${OF_A_YEAR} incidents as ${format}: ${(ms / 1000).toFixed(1)} s, told ${told} times how far, ${peak.toFixed(0)} MB at most so far`,
    )
    if (format === 'html') baseMs = ms
    else
      lines.push({
        what: `A year's report, ${OF_A_YEAR} incidents, as ${format}`,
        against: 'its HTML page',
        ms,
        baseMs,
      })
  }
  return lines
}

/** Formats of briefings against the bare HTML page of the same. */
export async function benchBriefing(): Promise<Line[]> {
  const lines = [...(await inBothWays()), ...(await ofAYear())]
  console.error(`Memory in use at the end: ${(process.memoryUsage().rss / MEGABYTE).toFixed(0)} MB`)
  return lines
}
