import type { CompareLine, CompareModel, CompareRow } from '@/lib/charts/compare'
import type { ChartTable } from '@/lib/charts/table'
import { weekIdOf } from '@/lib/core/calendar'
import { formatPlural, formatScore } from '@/lib/format'

/** What weeks are counted from. */
const SINCE = { calendar: '', peak: 'the peak', incident: 'the incident' } as const

/** The heading of a row's name: `Week`, `Weeks since the peak`. */
export const rowHeading = (by: CompareModel['by']): string => (by === 'calendar' ? 'Week' : `Weeks since ${SINCE[by]}`)

/** A row's name in a sentence: `2025-W27`, `4 weeks after the peak`. */
export function rowName({ at, label }: Pick<CompareRow, 'at' | 'label'>, by: CompareModel['by']): string {
  if (by === 'calendar') return label
  if (at === 0) return `The week of ${SINCE[by]}`
  return `${formatPlural(Math.abs(at), 'week')} ${at < 0 ? 'before' : 'after'} ${SINCE[by]}`
}

/** A row in one sentence, the highest first, for screen readers. */
export function rowSentence(row: CompareRow, { lines, by }: Pick<CompareModel, 'lines' | 'by'>): string {
  const told = row.cells
    .map((cell, index) => ({ ...cell, dyadId: lines[index].dyadId }))
    .filter(({ state }) => state !== 'none')
    .sort((a, b) => (b.close ?? -1000) - (a.close ?? -1000))
  const parts = told.map(({ dyadId, close, state }) =>
    close === null
      ? `${dyadId} not checked`
      : `${dyadId} ${formatScore(close)}${state === 'running' ? ', week in progress' : ''}`,
  )
  return `${rowName(row, by)}: ${parts.length === 0 ? 'nothing on record' : parts.join(', ')}`
}

/** Each line's last covered and its highest week, in words. */
export function compareSummary(
  lines: readonly CompareLine[],
  rows: readonly CompareRow[],
  by: CompareModel['by'],
): string {
  const sentences = lines.map(({ name }, index) => {
    const told = rows.filter(({ cells }) => cells[index].state === 'covered')
    const last = told.at(-1)
    if (!last) return `${name}: no finished week in this range was checked.`
    const closeOf = (row: CompareRow) => row.cells[index].close ?? 0
    const highest = told.reduce((best, row) => (closeOf(row) > closeOf(best) ? row : best))
    const place = (row: CompareRow) => (by === 'calendar' ? `in ${row.label}` : `at ${row.label} weeks`)
    return `${name}: highest ${formatScore(closeOf(highest))} ${place(highest)}, last ${formatScore(closeOf(last))} ${place(last)}.`
  })
  return sentences.join(' ')
}

/** The closes as a table of weeks × dyads, latest first; blank where nobody checked. */
export function closeTable({ by, lines, rows }: CompareModel): ChartTable {
  return {
    caption: 'Weekly close of each dyad',
    columns: [
      { label: rowHeading(by), format: 'text' },
      ...lines.map(({ dyadId }) => ({ label: dyadId, format: 'score' as const })),
    ],
    rows: [...rows].reverse().map(({ label, cells }) => [label, ...cells.map(({ close }) => close)]),
  }
}

/** The places as a table, latest first. */
export function rankTable({ by, lines, rows }: CompareModel): ChartTable {
  return {
    caption: 'Place of each dyad by its weekly close',
    columns: [
      { label: rowHeading(by), format: 'text' },
      ...lines.map(({ dyadId }) => ({ label: dyadId, format: 'count' as const })),
    ],
    rows: [...rows].reverse().map(({ label, cells }) => [label, ...cells.map(({ rank }) => rank)]),
  }
}

/** How often the lead changed hands, in words: only weeks that one dyad leads alone are told. */
export function leadSentence({ lines, rows, by }: Pick<CompareModel, 'lines' | 'rows' | 'by'>): string {
  const leads = rows.flatMap((row) => {
    const first = row.cells.flatMap(({ rank }, index) => (rank === 1 ? [index] : []))
    return first.length === 1 ? [{ row, index: first[0] }] : []
  })
  const last = leads.at(-1)
  if (!last) return 'In no week here did one dyad stand alone above another that was checked.'
  const changes = leads.filter(({ index }, at) => at > 0 && leads[at - 1].index !== index).length
  const times = changes === 0 ? 'the lead never changed' : `the lead changed ${formatPlural(changes, 'time')}`
  const when = rowName(last.row, by)
  // A week has its name by the calendar; counted, it is told in words.
  const place = by === 'calendar' || last.row.at === 0 ? `in ${when.replace(/^The/, 'the')}` : when
  return `${lines[last.index].name} led last, ${place}; ${times}.`
}

/** Week 0 of each line in words; nothing by the calendar. */
export const zeroWords = ({ lines, by }: Pick<CompareModel, 'lines' | 'by'>): string[] =>
  by === 'calendar'
    ? []
    : lines.map(({ dyadId, zero }) => `${dyadId} ${zero === null ? 'has no week 0' : weekIdOf(zero)}`)
