import type { WeekDraws } from '@/lib/briefings/figures/dyad-data'
import type { ChartWords } from '@/lib/briefings/model/chart'
import type { DocumentPicture } from '@/lib/briefings/model/document'
import { cleanText } from '@/lib/briefings/text/clean'
import type { LabelKey, LanguagePack } from '@/lib/briefings/text/language-pack'
import { annotationMarks } from '@/lib/charts/annotations'
import { compareModel } from '@/lib/charts/compare'
import { directionModel, stackModel } from '@/lib/charts/contributions'
import { withIntervals } from '@/lib/charts/intervals'
import { linesModel } from '@/lib/charts/lines'
import { weekPoint } from '@/lib/charts/points'
import { trendModel } from '@/lib/charts/trend'
import { waterfallModel } from '@/lib/charts/waterfall'
import { weekIdOf } from '@/lib/core/calendar'
import { CATEGORIES } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { bandsOf } from '@/lib/core/scoring'
import type { DyadView, IncidentPart } from '@/lib/dyads/views'
import type { DyadWriter } from './dyad-writer'

type Pack = Pick<LanguagePack, 'bands' | 'categories' | 'shortMonths' | 'labels' | 'decimal'>

/** The words that a picture holds, in the document's language. */
export const chartWords = (pack: Pack, series: Record<string, string> = {}): ChartWords => ({
  bands: { ...pack.bands },
  categories: { ...pack.categories },
  months: [...pack.shortMonths],
  notChecked: pack.labels.notChecked,
  series,
  decimal: pack.decimal,
})

const sourceOf = ({ writer, name, data }: DyadWriter) =>
  writer.text('chartSource', { dyad: { text: name }, method: { text: data.method.id } })

/** What a chart marks: the strongest incident of each week, as on the dyad's page. */
const markersOf = ({ data }: DyadWriter): DyadView['markers'] =>
  data.shown.flatMap(({ weekStart, driver }) =>
    driver ? [{ weekStart, ...driver, title: cleanText(driver.title) }] : [],
  )

/** The weekly closes over their bands, with intervals, markers, context and annotations. */
export function trendPicture(dyad: DyadWriter): DocumentPicture {
  const { data } = dyad
  const bands = bandsOf(data.method.parameters)
  const spans = [...data.draws].map(([weekStart, draws]: [number, WeekDraws]) => ({ weekStart, ...draws.data }))
  const stamp = { at: '', editedBy: null, editedAt: null, revision: 1, dyadId: data.dyadId }
  const marks = annotationMarks(data.annotations.map((one) => ({ ...one, text: cleanText(one.text), ...stamp })))
  const model = trendModel(
    data.shown.map(weekPoint),
    'week',
    {
      markers: markersOf(dyad),
      context: data.context.map((one) => ({ ...one, title: cleanText(one.title) })),
      bands,
    },
    null,
    marks,
  )
  const isChecked = data.week.coverage !== 'not_checked'
  // A line that nobody checked to its end is told of as far as somebody did.
  const end = isChecked ? '' : 'lastCovered.'
  const level = { close: dyad.fig(`${end}close`), band: dyad.fig(`${end}band`) }
  const span = isChecked && dyad.has('data.low') ? { low: dyad.fig('data.low'), high: dyad.fig('data.high') } : null
  return {
    id: `${data.dyadId}.trend`,
    title: `${dyad.name}: ${dyad.label('close')}`,
    reading: span ? dyad.writer.text('trend.reading', { ...level, ...span }) : '',
    alt: dyad.writer.text('trend.alt', {
      ...level,
      dyad: { text: dyad.name },
      from: dyad.fig('shown.from'),
      week: dyad.fig(`${end}week`),
      peak: dyad.fig('peak'),
      peakWeek: dyad.fig('peak.week'),
    }),
    source: sourceOf(dyad),
    chart: {
      kind: 'trend',
      model: withIntervals(model, spans, bands),
      shownWeek: data.week.weekStart,
      words: chartWords(dyad.pack, { interval: dyad.label('interval') }),
    },
  }
}

/** What each category adds to the closes. */
export function stackPicture(dyad: DyadWriter): DocumentPicture {
  const { data } = dyad
  const words = Object.fromEntries(CATEGORIES.map((name) => [name, dyad.pack.categories[name]]))
  return {
    id: `${data.dyadId}.stack`,
    title: `${dyad.name}: ${dyad.pack.sections.trend}`,
    reading: '',
    alt: dyad.writer.text('stack.alt', {
      dyad: { text: dyad.name },
      from: dyad.fig('shown.from'),
      week: dyad.fig('week'),
    }),
    source: sourceOf(dyad),
    chart: {
      kind: 'stack',
      model: stackModel(data.shown),
      shownWeek: data.week.weekStart,
      words: chartWords(dyad.pack, words),
    },
  }
}

/** Who does what to whom. */
export function directionPicture(dyad: DyadWriter): DocumentPicture {
  const { data, first, second } = dyad
  const series = { forward: `${first} → ${second}`, backward: `${second} → ${first}` }
  return {
    id: `${data.dyadId}.directions`,
    title: `${dyad.name}: ${dyad.pack.sections.directions}`,
    reading: '',
    alt: dyad.writer.text('direction.alt', {
      first: { text: first },
      second: { text: second },
      from: dyad.fig('shown.from'),
      week: dyad.fig('week'),
    }),
    source: sourceOf(dyad),
    chart: {
      kind: 'direction',
      model: directionModel(data.shown, ...codesOf(data.dyadId)),
      shownWeek: data.week.weekStart,
      words: chartWords(dyad.pack, series),
    },
  }
}

/** New incidents that the waterfall may name one by one. */
const MOST_PARTS = 50

/** How the change came about, part by part; null where the record begins here, so that there is nothing to come from. */
export function waterfallPicture(dyad: DyadWriter): DocumentPicture | null {
  const { data } = dyad
  const { ofPeriod, week, byId } = data
  if (!ofPeriod.from) return null
  const fresh = ofPeriod.parts.filter((part) => part.fresh && byId.has(part.id))
  const bySize = fresh.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))
  const named = bySize.slice(0, MOST_PARTS)
  const others = bySize.slice(MOST_PARTS).reduce((sum, { change }) => sum + change, 0)
  const incidents = named.map(({ id, change }) => {
    const { code } = dyad.incident(id)
    // The model reads the name and the code of a row alone.
    const row = { id, code, title: dyad.title(id).text } as IncidentPart['row']
    return { row, change, sources: 0, pointsNow: 0, contribution: 0 }
  })
  const model = waterfallModel({
    weekStart: week.weekStart,
    lastDay: week.lastDay,
    score: week.close,
    change: ofPeriod.change,
    incidents,
    nextIncidents: null,
    fading: ofPeriod.faded,
    others,
    largest: [],
  })
  const before = ofPeriod.from.weekId
  const args = { before: dyad.fig('period.before'), close: dyad.fig('close') }
  const label = (key: LabelKey) => dyad.label(key)
  return {
    id: `${data.dyadId}.drivers`,
    title: `${dyad.name}: ${dyad.pack.sections.drivers}`,
    reading: dyad.writer.text('waterfall.reading', args),
    alt: dyad.writer.text('waterfall.alt', {
      before: dyad.fig('period.before.week'),
      week: dyad.fig('week'),
      added: dyad.fig('period.added'),
      faded: dyad.fig('period.faded'),
    }),
    source: sourceOf(dyad),
    chart: {
      kind: 'waterfall',
      model,
      words: chartWords(dyad.pack, {
        before: `${label('before')} (${before})`,
        after: `${label('after')} (${week.weekId})`,
        fading: label('fading'),
        others: label('others'),
      }),
    },
  }
}

/** Weekly closes, and what fading alone leaves of the last. */
export function outlookPicture(dyad: DyadWriter): DocumentPicture {
  const { data } = dyad
  const past = data.shown.filter(({ inProgress }) => !inProgress)
  const points = [
    ...past.map((week) => ({ day: week.lastDay, name: week.weekId, coverage: week.coverage })),
    ...data.ahead
      .slice(past.length > 0 && past.at(-1)?.lastDay === data.lastDay ? 1 : 0)
      .map(({ day }) => ({ day, name: weekIdOf(day), coverage: null })),
  ]
  const ahead = new Map(data.ahead.map(({ day, score }) => [day, score]))
  const record = points.map((_, index) => {
    const week = past[index]
    return week && week.coverage !== 'not_checked' ? week.close : null
  })
  const model = linesModel({
    caption: dyad.pack.sections.outlook,
    pointLabel: dyad.label('date'),
    points,
    lines: [
      { key: 'record', label: dyad.label('record'), stroke: 'solid', scores: record },
      {
        key: 'ahead',
        label: dyad.label('ahead'),
        stroke: 'dashed',
        scores: points.map(({ day }) => ahead.get(day) ?? null),
      },
    ],
    bands: bandsOf(data.method.parameters),
  })
  return {
    id: `${data.dyadId}.outlook`,
    title: `${dyad.name}: ${dyad.pack.sections.outlook}`,
    reading: dyad.writer.text('outlook.reading'),
    alt: dyad.writer.text('outlook.alt', { day: dyad.fig('lastDay') }),
    source: sourceOf(dyad),
    chart: {
      kind: 'lines',
      model,
      mark: { day: data.lastDay, label: dyad.label('now') },
      words: chartWords(dyad.pack, { record: dyad.label('record'), ahead: dyad.label('ahead') }),
    },
  }
}

/** Several dyads side by side. */
export function comparePicture(
  dyads: readonly DyadWriter[],
  args: { title: string; reading: string; alt: string; source: string },
): DocumentPicture {
  const [{ pack }] = dyads
  const model = compareModel(
    dyads.map(({ data, name }) => ({
      dyadId: data.dyadId,
      name,
      weeks: data.shown,
      bands: bandsOf(data.method.parameters),
      methodId: data.method.id,
    })),
    { by: 'calendar' },
    'all',
  )
  const series = Object.fromEntries(dyads.map(({ data, name }) => [data.dyadId, name]))
  return { id: 'compare', ...args, chart: { kind: 'compare', model, words: chartWords(pack, series) } }
}
