import { scoreDomain, scoreTicks, timeSpanOf } from '@/lib/charts/axis'
import { type BandZone, bandZones } from '@/lib/charts/bands'
import { type Gap, gapsOf } from '@/lib/charts/gaps'
import type { ChartTable } from '@/lib/charts/table'
import { isoOf, weekEndOf, weekIdOf } from '@/lib/core/calendar'
import { bandsOf, type MethodParameters } from '@/lib/core/scoring'
import { formatPlural, formatScore, formatSigned } from '@/lib/format'
import { largestChange, weeksOfOtherBand } from '@/lib/method/preview-summary'
import type { DyadPreview, PreviewWeek } from '@/lib/method/views'

/** Everything that the picture of a preview needs. Days since 1970-01-01; plain data. */
export interface PreviewModel {
  /** All weeks, also those not checked. */
  weeks: PreviewWeek[]
  /** Stretches of checked weeks: a line is drawn through each. */
  runs: PreviewWeek[][]
  otherBand: PreviewWeek[]
  timeDomain: [number, number]
  scoreDomain: [number, number]
  scoreTicks: number[]
  /** The bands of the draft. */
  bands: BandZone[]
  gaps: Gap[]
  reading: string
  summary: string
  table: ChartTable
}

const isTold = ({ coverage }: PreviewWeek) => coverage !== 'not_checked'

/** Where a week lies on the axis of days: on its Sunday. */
export const dayOfWeek = ({ weekStart }: PreviewWeek): number => weekEndOf(weekStart)

function runsOf(weeks: readonly PreviewWeek[]): PreviewWeek[][] {
  const runs: PreviewWeek[][] = []
  for (const [index, week] of weeks.entries()) {
    if (!isTold(week)) continue
    const open = runs.at(-1)
    const before = weeks[index - 1]
    if (open && before && isTold(before)) open.push(week)
    else runs.push([week])
  }
  return runs
}

/** A week by both methods, in a sentence. */
export function weekSentence(week: PreviewWeek, [before, after]: readonly [string, string]): string {
  const id = weekIdOf(week.weekStart)
  if (!isTold(week)) return `${id}, not checked`
  const by = (score: number, band: string, name: string) => `${formatScore(score)} ${band} by ${name}`
  return `${id}: ${by(week.before, week.bandBefore, before)}, ${by(week.after, week.bandAfter, after)}`
}

function readingOf(preview: DyadPreview): string {
  const largest = largestChange(preview)
  if (!largest) return 'No checked week would change.'
  const size = formatSigned(largest.after - largest.before)
  const weeks = weeksOfOtherBand(preview).length
  const bands = weeks === 0 ? 'no week changes band' : `${formatPlural(weeks, 'week')} would change band`
  return `The largest change is ${size} in ${weekIdOf(largest.weekStart)}; ${bands}.`
}

function tableOf(weeks: readonly PreviewWeek[], names: readonly [string, string]): ChartTable {
  const [before, after] = names
  return {
    caption: `Weekly closes by ${before} and by ${after}`,
    columns: [
      { label: 'Week', format: 'text' },
      { label: 'Sunday', format: 'text' },
      { label: `Close by ${before}`, format: 'score' },
      { label: `Band by ${before}`, format: 'text' },
      { label: `Close by ${after}`, format: 'score' },
      { label: `Band by ${after}`, format: 'text' },
      { label: 'Change', format: 'signed' },
    ],
    rows: weeks.map((week) => {
      const name = [weekIdOf(week.weekStart), isoOf(dayOfWeek(week))]
      if (!isTold(week)) return [...name, null, 'not checked', null, 'not checked', null]
      return [...name, week.before, week.bandBefore, week.after, week.bandAfter, week.after - week.before]
    }),
  }
}

/** The model of a preview of a dyad that has weeks. */
export function previewModel(
  preview: DyadPreview,
  parameters: MethodParameters,
  names: readonly [string, string],
): PreviewModel {
  const { weeks } = preview
  const runs = runsOf(weeks)
  const domain = scoreDomain(runs.flat().flatMap(({ before, after }) => [before, after]))
  const bands = bandsOf(parameters)
  const last = runs.at(-1)?.at(-1)
  const reading = readingOf(preview)
  return {
    weeks,
    runs,
    otherBand: weeksOfOtherBand(preview),
    timeDomain: timeSpanOf(weeks),
    scoreDomain: domain,
    scoreTicks: scoreTicks(bands, domain),
    bands: bandZones(bands, domain),
    gaps: gapsOf(weeks),
    reading,
    summary: `${formatPlural(weeks.length, 'week')} by both methods. ${reading}${last ? ` At the end: ${weekSentence(last, names)}.` : ''}`,
    table: tableOf(weeks, names),
  }
}
