import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import {
  addTerm,
  coverageOf,
  type DailySeries,
  emptySeries,
  type MethodParameters,
  scoreOf,
  seriesOf,
  totalOn,
} from '@/lib/core/scoring'
import { type ScoredRow, termOfRow } from '@/lib/dyads/series-rebuild'
import type { Method } from '@/lib/method/store'
import type { VintageCell } from './views'
import type { RecordChanges } from './vintage-changes'

/**
 * A dyad's record as it grows: changes are taken in as time goes on, and its weekly closes can be read off at any moment. A
 * change costs O(days from the incident on), for sums are exact; only another method makes the series anew.
 */
export class RunningRecord {
  private readonly rows = new Map<string, ScoredRow>()
  private readonly checked = new Set<number>()
  /** How many incidents that count begin in a week. */
  private readonly begun = new Map<number, number>()
  private readonly taken = { incidents: 0, checks: 0 }
  private method: Method | null = null
  private series: DailySeries

  constructor(
    private readonly changes: RecordChanges,
    firstDay: number,
    lastDay: number,
  ) {
    this.series = emptySeries(weekStartOf(firstDay), weekEndOf(lastDay))
  }

  /** Takes in what changed up to a moment, by the method that its figures are then made with. */
  advance(moment: Date, method: Method): void {
    const again = this.method?.id !== method.id
    this.method = method
    for (const [id, row] of this.nextRows(moment)) this.put(id, row, again ? null : method.parameters)
    for (const { weekStart, checked } of this.nextChecks(moment)) {
      if (checked) this.checked.add(weekStart)
      else this.checked.delete(weekStart)
    }
    if (again) this.rebuild(method.parameters)
  }

  /** The close of each week, or null before the record's first covered week and for weeks that end after `lastDay`. */
  closes(weeks: readonly number[], lastDay: number): (VintageCell | null)[] {
    const began = this.began()
    return weeks.map((weekStart) => {
      if (began === null || weekStart < began || weekEndOf(weekStart) > lastDay) return null
      const facts = { incidents: this.begun.get(weekStart) ?? 0, checked: this.checked.has(weekStart) }
      return { close: this.scoreOn(weekEndOf(weekStart)), coverage: coverageOf(facts) }
    })
  }

  private scoreOn(day: number): number {
    if (!this.method) throw new Error('A record is read before its first moment')
    return scoreOf(totalOn(this.series, day), this.method.parameters)
  }

  private began(): number | null {
    const weeks = [...this.checked, ...this.begun.keys()]
    return weeks.length === 0 ? null : weeks.reduce((least, week) => Math.min(least, week))
  }

  /** The last change of each incident up to a moment: what came and went in between leaves no trace. */
  private nextRows(moment: Date): Map<string, ScoredRow | null> {
    const { incidents } = this.changes
    const last = new Map<string, ScoredRow | null>()
    for (; incidents[this.taken.incidents]?.at <= moment; this.taken.incidents++) {
      const { id, row } = incidents[this.taken.incidents]
      last.set(id, row)
    }
    return last
  }

  private nextChecks(moment: Date) {
    const from = this.taken.checks
    while (this.changes.checks[this.taken.checks]?.at <= moment) this.taken.checks++
    return this.changes.checks.slice(from, this.taken.checks)
  }

  /** Puts a row in place of what counted of an incident; without parameters the series is left for a rebuild. */
  private put(id: string, row: ScoredRow | null, parameters: MethodParameters | null): void {
    const before = this.rows.get(id)
    if (before) this.count(before, -1, parameters)
    if (row) this.count(row, 1, parameters)
    if (row) this.rows.set(id, row)
    else this.rows.delete(id)
  }

  private count(row: ScoredRow, sign: 1 | -1, parameters: MethodParameters | null): void {
    const week = weekStartOf(row.startDay)
    const begun = (this.begun.get(week) ?? 0) + sign
    if (begun === 0) this.begun.delete(week)
    else this.begun.set(week, begun)
    const term = parameters && termOfRow(row, parameters)
    if (term) addTerm(this.series, term, sign)
  }

  private rebuild(parameters: MethodParameters): void {
    const terms = [...this.rows.values()].map((row) => termOfRow(row, parameters)).filter((term) => term !== null)
    this.series = seriesOf(terms, this.series.firstDay, this.series.lastDay)
  }
}
