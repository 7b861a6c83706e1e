import { isoOf } from '@/lib/core/calendar'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { directionOf } from '@/lib/core/dyad'
import { cellsOn, type DailySeries, figuresOf, type MethodParameters, type PartFigures } from '@/lib/core/scoring'

/** A part of a day as the score file names it. */
export interface PartRow {
  points: number
  contribution: number
  standalone: number
}

/** One day of the score file. */
export interface DailyRow {
  date: string
  points: number
  score: number
  display: number
  band: string
  category: Record<string, PartRow>
  direction: Record<string, PartRow>
  asymmetry: number
  breadth: number
}

const partRow = ({ points, contribution, standAlone }: PartFigures): PartRow => ({
  points,
  contribution,
  standalone: standAlone,
})

function dailyRow(series: DailySeries, day: number, [a, b]: [string, string], params: MethodParameters): DailyRow {
  const figures = figuresOf(cellsOn(series, day), params)
  const ofCategory = (category: Category): [string, PartRow] => [category, partRow(figures.category[category])]
  return {
    date: isoOf(day),
    points: figures.points,
    score: figures.score,
    display: figures.display,
    band: figures.band.name,
    category: Object.fromEntries(CATEGORIES.map(ofCategory)),
    direction: {
      [directionOf(a, b)]: partRow(figures.direction.forward),
      [directionOf(b, a)]: partRow(figures.direction.backward),
    },
    asymmetry: figures.asymmetry,
    breadth: figures.breadth,
  }
}

/** Every day of a series of the pair. */
export function dailyRows(series: DailySeries, pair: [string, string], params: MethodParameters): DailyRow[] {
  const rows: DailyRow[] = []
  for (let day = series.firstDay; day <= series.lastDay; day++) rows.push(dailyRow(series, day, pair, params))
  return rows
}
