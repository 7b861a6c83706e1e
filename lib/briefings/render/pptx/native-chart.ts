import { fitText } from '@/lib/briefings/charts/text-width'
import type { ChartWords, DocumentChart } from '@/lib/briefings/model/chart'
import { GREY, hexOf, INK } from '@/lib/briefings/render/office/look'
import type { BandZone } from '@/lib/charts/bands'
import { isCovered } from '@/lib/charts/points'
import { weekIdOf } from '@/lib/core/calendar'
import { BAND_COLOURS, type BandName, CATEGORY_COLOURS } from '@/lib/palette'

export type Dash = 'solid' | 'dash' | 'sysDash' | 'sysDot' | 'lgDash' | 'lgDashDot'

/** A line, or columns, over the categories; null where there is no figure, which is drawn as a gap. */
export interface NativeSeries {
  name: string
  values: readonly (number | null)[]
  draws: 'line' | 'column' | 'bar'
  /** `1f2937`. */
  colour: string
  /** Of a line, in points. */
  width?: number
  dash?: Dash
  /** Which points bear their value. */
  labels?: 'last' | 'all'
  /** Values with their sign. */
  signed?: boolean
}

/** A chart that PowerPoint draws itself, and whose numbers can be edited. Scores are unrounded. */
export interface NativeChart {
  categories: readonly string[]
  series: readonly NativeSeries[]
  domain: readonly [number, number] | null
  legend: 'right' | 'top' | 'none'
}

/** Words that the models of charts leave to whoever draws them. */
export interface NativeWords {
  close: string
  part: string
  from: string
}

/** Room for the name of a bar, and its size, in points. */
const LABEL_ROOM = 290
const LABEL_POINTS = 11

type Chart<Kind extends DocumentChart['kind']> = Extract<DocumentChart, { kind: Kind }>

/** Lines told apart by dash and weight: a dyad has no colour of its own. */
const LOOKS: readonly { colour: string; width: number; dash: Dash }[] = [
  { colour: INK, width: 2.5, dash: 'solid' },
  { colour: GREY, width: 2, dash: 'dash' },
  { colour: INK, width: 2.5, dash: 'sysDot' },
  { colour: GREY, width: 1.25, dash: 'solid' },
  { colour: INK, width: 2, dash: 'lgDashDot' },
  { colour: GREY, width: 2, dash: 'sysDash' },
  { colour: INK, width: 1.25, dash: 'lgDash' },
  { colour: GREY, width: 2.5, dash: 'sysDot' },
]

const nameIn = (words: Readonly<Record<string, string>>, key: string, other = key): string =>
  Object.hasOwn(words, key) ? words[key] : other

const edgeText = (edge: number, { decimal }: ChartWords): string =>
  (edge < 0 ? `−${-edge}` : String(edge)).replace('.', decimal)

/** Where each band begins, as a thin line in its colour, the highest first, as they lie in the picture. */
function bandEdges(
  bands: readonly BandZone[],
  count: number,
  words: ChartWords,
  { from }: NativeWords,
): NativeSeries[] {
  return bands
    .slice(1)
    .toReversed()
    .map((band) => ({
      name: `${nameIn(words.bands, band.name)}: ${from} ${edgeText(band.from, words)}`,
      values: Array.from({ length: count }, () => band.from),
      draws: 'line',
      colour: Object.hasOwn(BAND_COLOURS, band.name) ? hexOf(BAND_COLOURS[band.name as BandName].light) : GREY,
      width: 1.25,
      dash: 'sysDash',
    }))
}

function trendChart({ model, words }: Chart<'trend'>, labels: NativeWords): NativeChart {
  const { points, bands, scoreDomain } = model
  const closes: NativeSeries = {
    name: labels.close,
    values: points.map((point) => (isCovered(point) && !point.unsaid ? point.score : null)),
    draws: 'line',
    colour: INK,
    width: 2.5,
    labels: 'last',
  }
  return {
    categories: points.map(({ weekStart }) => weekIdOf(weekStart)),
    series: [closes, ...bandEdges(bands, points.length, words, labels)],
    domain: scoreDomain,
    legend: 'right',
  }
}

function stackChart({ model, words }: Chart<'stack'>, { close }: NativeWords): NativeChart {
  const { rows, present, domain } = model
  const total: NativeSeries = {
    name: close,
    values: rows.map(({ score }) => score),
    draws: 'line',
    colour: INK,
    width: 1.5,
    labels: 'last',
  }
  const parts = present.map(
    (category): NativeSeries => ({
      name: nameIn(words.categories, category),
      values: rows.map((row) => row[category]),
      draws: 'column',
      colour: hexOf(CATEGORY_COLOURS[category].light),
    }),
  )
  return {
    categories: rows.map(({ weekStart }) => weekIdOf(weekStart)),
    series: [...parts, total],
    domain,
    legend: 'right',
  }
}

function directionChart({ model, words }: Chart<'direction'>): NativeChart {
  const { rows, domain, forwardLabel, backwardLabel } = model
  const line = (key: 'forward' | 'backward', label: string, look: (typeof LOOKS)[number]): NativeSeries => ({
    name: nameIn(words.series, key, label),
    values: rows.map((row) => row[key]),
    draws: 'line',
    labels: 'last',
    ...look,
  })
  return {
    categories: rows.map(({ weekStart }) => weekIdOf(weekStart)),
    series: [line('forward', forwardLabel, LOOKS[0]), line('backward', backwardLabel, LOOKS[1])],
    domain,
    legend: 'top',
  }
}

/** The steps alone: the closes before and after are told beside the chart, and would dwarf them. */
function waterfallChart({ model, words }: Chart<'waterfall'>, { part }: NativeWords): NativeChart {
  const steps = model.steps.filter(({ kind }) => kind !== 'level')
  return {
    categories: steps.map(({ key, label }) => fitText(nameIn(words.series, key, label), LABEL_ROOM, LABEL_POINTS)),
    series: [
      { name: part, values: steps.map(({ value }) => value), draws: 'bar', colour: GREY, labels: 'all', signed: true },
    ],
    domain: null,
    legend: 'none',
  }
}

const DASH_OF = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const

function linesChart({ model, words }: Chart<'lines'>, labels: NativeWords): NativeChart {
  const { points, lines, rows, bands, scoreDomain } = model
  const drawn = lines.map(
    ({ key, label, stroke }): NativeSeries => ({
      name: nameIn(words.series, key, label),
      values: rows.map((row) => row[key] ?? null),
      draws: 'line',
      colour: INK,
      width: 2.25,
      dash: DASH_OF[stroke],
    }),
  )
  return {
    categories: points.map(({ name }) => name),
    series: [...drawn, ...bandEdges(bands, points.length, words, labels)],
    domain: scoreDomain,
    legend: 'right',
  }
}

function compareChart({ model, words }: Chart<'compare'>): NativeChart {
  const { lines, rows, domain } = model
  return {
    categories: rows.map(({ label }) => label),
    series: lines.map(({ dyadId, name }, index) => ({
      name: nameIn(words.series, dyadId, name),
      values: rows.map(({ cells }) => cells[index].close),
      draws: 'line',
      labels: 'last',
      ...LOOKS[index % LOOKS.length],
    })),
    domain,
    legend: 'top',
  }
}

/** A chart of a document as one of PowerPoint's own. O(points). */
export function nativeChart(chart: DocumentChart, labels: NativeWords): NativeChart {
  switch (chart.kind) {
    case 'trend':
      return trendChart(chart, labels)
    case 'stack':
      return stackChart(chart, labels)
    case 'direction':
      return directionChart(chart)
    case 'waterfall':
      return waterfallChart(chart, labels)
    case 'lines':
      return linesChart(chart, labels)
    case 'compare':
      return compareChart(chart)
  }
}
