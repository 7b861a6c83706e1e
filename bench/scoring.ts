import { emptyColumns, recursiveTotalsOf, seriesOf, type Term, type TermColumns } from '@/lib/core/scoring'
import { type Line, median, randomStream, timesOf } from './measure'

const DYADS = 1000
const INCIDENTS = 1000
const DAYS = 1096
const HALF_LIVES = [14, 60, 180]
const ROUNDS = 5

/** A million terms, a thousand a dyad, over three years. */
function drawColumns(): TermColumns {
  const random = randomStream(1)
  const columns = emptyColumns(DYADS * INCIDENTS, HALF_LIVES)
  for (let row = 0; row < columns.length; row++) {
    columns.startDay[row] = Math.floor(random() * DAYS)
    columns.fadeDay[row] = columns.startDay[row] + (random() < 0.1 ? Math.floor(random() * 90) : 0)
    columns.points[row] = 2 ** Math.floor(random() * 5) * 0.5
    columns.halfLife[row] = Math.floor(random() * 3)
    columns.cell[row] = Math.floor(random() * 16) * 2
  }
  return columns
}

function scoreAll(columns: TermColumns): number {
  let check = 0
  for (let dyad = 0; dyad < DYADS; dyad++) {
    const rows = { begin: dyad * INCIDENTS, end: (dyad + 1) * INCIDENTS }
    check += recursiveTotalsOf(columns, 0, DAYS - 1, rows)[DAYS - 1]
  }
  return check
}

/** The floor: reads each incident's five numbers once, and makes one multiply-and-add a half-life and dyad-day. */
function plainPass(columns: TermColumns): number {
  const { startDay, fadeDay, points, halfLife, cell, length } = columns
  let check = 0
  for (let row = 0; row < length; row++) check += points[row] * halfLife[row] + startDay[row] + fadeDay[row] + cell[row]
  const totals = new Float64Array(DAYS)
  for (let dyad = 0; dyad < DYADS; dyad++) {
    totals.fill(0)
    for (let slot = 0; slot < HALF_LIVES.length; slot++) {
      let sum = 1
      for (let day = 0; day < DAYS; day++) {
        sum = sum * 0.99 + 0.01
        totals[day] += sum
      }
    }
    check += totals[DAYS - 1]
  }
  return check
}

/** One dyad by the record's engine, whose sums are exact, cell by cell. */
function exactDyad(columns: TermColumns): number {
  const terms = Array.from(
    { length: INCIDENTS },
    (_, row): Term => ({
      id: String(row),
      startDay: columns.startDay[row],
      fadeDay: columns.fadeDay[row],
      halfLifeDays: HALF_LIVES[columns.halfLife[row]],
      points: columns.points[row],
      category: (columns.cell[row] >> 1) % 8,
      direction: columns.cell[row] < 16 ? 'forward' : 'backward',
    }),
  )
  return seriesOf(terms, 0, DAYS - 1).cells[0]
}

/** Scoring a million incidents of a thousand dyads day by day over three years, against a plain pass over the numbers. */
export async function benchScoring(): Promise<Line[]> {
  const columns = drawColumns()
  scoreAll(columns)
  plainPass(columns)
  const scored = median(await timesOf(ROUNDS, () => scoreAll(columns)))
  const plain = median(await timesOf(ROUNDS, () => plainPass(columns)))
  const exact = median(await timesOf(ROUNDS, () => exactDyad(columns))) * DYADS
  return [
    {
      what: 'Score 1,000,000 incidents of 1,000 dyads, daily, 3 years',
      against: 'plain typed-array pass',
      ms: scored,
      baseMs: plain,
    },
    {
      what: 'The same by exact sums in 32 cells (rebuild; one dyad × 1,000)',
      against: 'plain typed-array pass',
      ms: exact,
      baseMs: plain,
    },
  ]
}
