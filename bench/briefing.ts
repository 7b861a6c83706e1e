import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { busyYear } from '@/__tests__/support/briefings/busy-year'
import { composedOf, type Look, renderingOf, type Source } from '@/lib/briefings/apart/source'
import { type DrawsAsked, drawsAsked, drawsHere, intervalsHere } from '@/lib/briefings/figures/briefing-data'
import type { Intervals, WeekDraws } from '@/lib/briefings/figures/dyad-data'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/briefings/render/formats'
import { render } from '@/lib/briefings/render/registry'
import { closeRenderers, composeApart, filesApart } from '@/lib/briefings/render-pool'
import { type Line, median, randomStream, timesOf } from './measure'

const ROUNDS = 15
/** Rounds before those that count. */
const FIRST = 3
const OF_A_YEAR = 2000
const MEGABYTE = 2 ** 20

/** The case's record, as the tests have it. */
const caseEvidence = (): Evidence =>
  JSON.parse(readFileSync(join(process.cwd(), '__tests__/support/briefings/evidence-rus-aze.json'), 'utf8'))

const LOOK: Look = { kind: 'weekly', language: 'en', mark: 'CLEAR', sections: null, title: '' }

const sourceOf = (evidence: Evidence): Source => ({
  evidence: new TextEncoder().encode(JSON.stringify(evidence)),
  look: { ...LOOK, kind: evidence.kind },
  template: { team: { name: 'Desk', footer: '', logo: null }, sections: {} },
  edits: [],
})

/** Draws that were worked out before, as the desk's store mostly has them: each dyad's once. */
function drawnBefore(): (asked: DrawsAsked) => Promise<WeekDraws[]> {
  const known = new Map<string, Promise<WeekDraws[]>>()
  return (asked) => {
    const { dyadId, days } = asked
    const key = `${dyadId} ${days.join(' ')}`
    const draws = known.get(key) ?? drawsHere(asked)
    known.set(key, draws)
    return draws
  }
}

/** A year in which 2,000 things happen between the two of the case. */
const yearEvidence = (): Evidence => busyYear(caseEvidence(), OF_A_YEAR, randomStream(11))

/** A way to make a file of one format. */
type Making = (format: ExportFormat) => Promise<unknown>

/** Each format of the case's weekly briefing against its HTML page, both made in one way; the formats take turns. */
async function againstHtml(making: Making, how: string): Promise<Line[]> {
  const times = new Map<ExportFormat, number[]>(EXPORT_FORMATS.map((format) => [format, []]))
  for (let round = 0; round < ROUNDS + FIRST; round++) {
    for (const [format, list] of times) {
      const [ms] = await timesOf(1, () => making(format))
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

/** As the desk makes files, in a thread that composes the briefing first, and by the makers alone, which no reader of a file meets. */
async function inBothWays(): Promise<Line[]> {
  const source = sourceOf(caseEvidence())
  const draws = drawnBefore()
  const apart = await againstHtml((format) => filesApart(source, [format], { draws }), 'as the desk makes it')
  await closeRenderers()
  const rendering = await renderingOf(source, intervalsHere)
  return [...apart, ...(await againstHtml((format) => render(format)(rendering), 'by its maker alone'))]
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10))

/** Milliseconds that something else in the process had to wait at most while work was done. */
async function heldUpBy(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // It counts from turn to turn: there has to be one before the work, and one after it.
  await pause()
  await work()
  await pause()
  delay.disable()
  return delay.max / 1e6
}

/** How long pages wait for one that composes a year's report, in a thread as the desk does it and where the pages are made. */
async function holdUps(): Promise<Line> {
  const source = sourceOf(yearEvidence())
  const draws = drawnBefore()
  const intervals: Intervals = (record, days) => draws(drawsAsked(record, days))
  const [apart, here]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS + FIRST; round++) {
    const held = [
      await heldUpBy(() => composeApart(source, { draws })),
      await heldUpBy(() => composedOf(source, intervals)),
    ]
    if (round < FIRST) continue
    apart.push(held[0])
    here.push(held[1])
  }
  await closeRenderers()
  return {
    what: `Longest wait of a page while a report on ${OF_A_YEAR} incidents is composed`,
    against: 'the same, composed where pages are made',
    ms: median(apart),
    baseMs: median(here),
  }
}

/** The same of a year's report; says on the way what it takes of memory, and how far it is told to be. */
async function ofAYear(): Promise<Line[]> {
  const rendering = await renderingOf(sourceOf(yearEvidence()), intervalsHere)
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

/** Formats of briefings against the bare HTML page of the same, and how long pages wait for a briefing of many incidents. */
export async function benchBriefing(): Promise<Line[]> {
  const lines = [...(await inBothWays()), await holdUps(), ...(await ofAYear())]
  console.error(`Memory in use at the end: ${(process.memoryUsage().rss / MEGABYTE).toFixed(0)} MB`)
  return lines
}
