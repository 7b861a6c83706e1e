import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { dayOfInstant, now } from '@/lib/clock'
import { monthEndOf, monthOf, weekStartOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import type { Reader } from '@/lib/db/transaction'
import { methodsThen } from '@/lib/dyads/method-then'
import { mondaysBetween } from '@/lib/dyads/series-window'
import { DeskError } from '@/lib/errors'
import { type Method, methodOfDyad } from '@/lib/method/store'
import { RunningRecord } from './running-record'
import { endOfDay, type MethodChoice } from './schema'
import type { VintageColumn, VintageTable } from './views'
import { changesOf, type RecordChanges } from './vintage-changes'

/** Rows and columns of one page of the table. */
const WEEKS = 52
const MONTHS = 14

/** Which part of the table: the months up to one and the weeks up to a Monday that had ended by then; the latest unless said. */
export interface VintagePart {
  method?: MethodChoice
  toWeek?: number
  untilMonth?: string
  /** All weeks and months, as the file has them. */
  whole?: boolean
}

type Column = VintageColumn & { moment: Date; method: Method }

/**
 * The vintage table of a dyad: each week's close as it was said at the end of each month, as real-time economic data are kept.
 * One pass over the changes of the record with a snapshot a column: O(changes × days + weeks × months).
 * @throws DeskError FORBIDDEN; NOT_FOUND for a dyad of which nothing is known.
 */
export async function vintageTable(
  viewer: Viewer,
  dyadId: string,
  { method = 'then', toWeek, untilMonth, whole = false }: VintagePart = {},
): Promise<VintageTable> {
  authorize(viewer, 'dyad:read')
  const reader = await database()
  const changes = await changesOf(reader, dyadId)
  const first = firstDayOf(changes)
  const moments = momentsOf(changes)
  if (first === null || moments.length === 0) throw new DeskError('NOT_FOUND', `Nothing is known of ${dyadId} yet.`)
  const present = await methodOfDyad(reader, dyadId)
  const columns = await columnsOf(reader, dyadId, moments, method === 'now' ? present : null)
  const today = dayOfInstant(now())
  const shownColumns = slice(columns, whole ? columns.length : MONTHS, ({ month }) => month <= (untilMonth ?? '9999'))
  const lastAsked = dayOfInstant(shownColumns.part.at(-1)?.moment ?? now())
  const ended = mondaysBetween(weekStartOf(first), weekStartOf(lastAsked + 1) - 7)
  const shownWeeks = slice(ended, whole ? ended.length : WEEKS, (week) => week <= (toWeek ?? today))
  const record = new RunningRecord(changes, first, Math.max(today, first))
  const cells = shownColumns.part.map((column) => {
    record.advance(column.moment, column.method)
    return record.closes(shownWeeks.part, dayOfInstant(column.moment))
  })
  return {
    dyadId,
    method,
    presentMethod: present.id,
    columns: shownColumns.part.map(({ month, at, running, methodId }) => ({ month, at, running, methodId })),
    rows: shownWeeks.part.map((weekStart, row) => ({ weekStart, cells: cells.map((column) => column[row]) })).reverse(),
    newerWeeks: shownWeeks.newer ?? null,
    olderWeeks: shownWeeks.older ?? null,
    newerMonths: shownColumns.newer?.month ?? null,
    olderMonths: shownColumns.older?.month ?? null,
    single: columns.length === 1,
  }
}

/** The last `most` of a list that are `inside`, and the ends of the parts after and before them. */
function slice<T>(list: readonly T[], most: number, inside: (entry: T) => boolean) {
  const end = list.findLastIndex(inside) + 1
  const from = Math.max(0, end - most)
  const newer = end < list.length ? list[Math.min(list.length, end + most) - 1] : undefined
  return { part: list.slice(from, end), newer, older: from > 0 ? list[from - 1] : undefined }
}

/** The first day that any state of the record ever touched. */
function firstDayOf({ incidents, checks }: RecordChanges): number | null {
  const days = [
    ...incidents.flatMap(({ row }) => (row ? [row.startDay] : [])),
    ...checks.flatMap(({ weekStart, checked }) => (checked ? [weekStart] : [])),
  ]
  return days.length === 0 ? null : days.reduce((least, day) => Math.min(least, day))
}

/** The ends of the months from the first change on; the running month is asked now. */
function momentsOf({ incidents, checks }: RecordChanges): Date[] {
  const starts = [incidents[0]?.at, checks[0]?.at].filter((at) => at !== undefined)
  if (starts.length === 0) return []
  const present = now()
  const moments: Date[] = []
  const first = Math.min(...starts.map((at) => dayOfInstant(at)))
  for (let end = monthEndOf(first); end < dayOfInstant(present); end = monthEndOf(end + 1)) moments.push(endOfDay(end))
  return [...moments, present]
}

/** The columns, each by the method of then, or all by one. */
async function columnsOf(reader: Reader, dyadId: string, moments: Date[], one: Method | null): Promise<Column[]> {
  const then = one ? [] : await methodsThen(reader, dyadId, moments)
  return moments.map((moment, index): Column => {
    const method = one ?? then[index]
    const running = index === moments.length - 1
    const month = monthOf(dayOfInstant(moment))
    return { month, at: moment.toISOString(), running, methodId: method.id, moment, method }
  })
}
