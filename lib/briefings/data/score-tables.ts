import type { BriefingData } from '@/lib/briefings/figures/briefing-data'
import type { DyadData } from '@/lib/briefings/figures/dyad-data'
import { isoOf } from '@/lib/core/calendar'
import { CATEGORIES, type Category } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import type { WeekView } from '@/lib/dyads/views'
import { dyadColumn, weekColumns } from './of-dyad'
import { type Column, type DataCell, type DataTable, tableOf } from './table'

interface WeekRow {
  dyad: string
  data: DyadData
  week: WeekView
}

const isCovered = ({ coverage }: WeekView) => coverage !== 'not_checked'

const weekRows = ({ dyads }: BriefingData): WeekRow[] =>
  dyads.flatMap((data) => data.weeks.map((week) => ({ dyad: data.dyadId, data, week })))

/** A number of a covered week: what nobody looked at has none. */
const covered =
  (of: (week: WeekView) => DataCell) =>
  ({ week }: WeekRow): DataCell =>
    isCovered(week) ? of(week) : null

const SCORE = 'score −100…100'

type Drawn = 'p05' | 'p50' | 'p95'

const draw = (mode: 'data' | 'full', key: Drawn): Column<WeekRow> => ({
  name: `${mode}_${key}`,
  type: 'number',
  unit: SCORE,
  description: `${{ p05: '5th percentile', p50: 'Median', p95: '95th percentile' }[key]} of the close over 1000 draws ${
    mode === 'data' ? 'of the data' : 'of data and method'
  }; only for weeks on the chart.`,
  value: ({ data, week }) => (isCovered(week) ? (data.draws.get(week.weekStart)?.[mode][key] ?? null) : null),
})

/** Every week of each dyad from the first one on record to the last one told of. */
export function seriesTable(data: BriefingData): DataTable {
  const score = (name: string, description: string, of: (week: WeekView) => DataCell): Column<WeekRow> => ({
    name,
    type: 'number',
    unit: SCORE,
    description,
    value: covered(of),
  })
  return tableOf<WeekRow>({
    name: 'series',
    title: 'Weekly series',
    description:
      'Every week of each dyad from the first on record to the last one told of. A week that nobody checked has no figures: it is not calm, it is not known.',
    primaryKey: ['dyad', 'week'],
    rows: weekRows(data),
    columns: [
      dyadColumn(),
      ...weekColumns<WeekRow>(),
      {
        name: 'last_day',
        type: 'date',
        description: 'The last day that counts: Sunday, or that of the moment in a running week.',
        value: ({ week }) => isoOf(week.lastDay),
      },
      {
        name: 'in_progress',
        type: 'boolean',
        description: 'The week was not over at the moment.',
        value: ({ week }) => week.inProgress,
      },
      {
        name: 'coverage',
        type: 'string',
        description: 'How it is known: by a check of the sources, by incidents alone, or not_checked.',
        value: ({ week }) => week.coverage,
      },
      score('close', 'Tension on the last day.', ({ close }) => close),
      {
        name: 'band',
        type: 'string',
        description: 'Name of the range of tension in which the close lies.',
        value: covered(({ figures }) => figures.band.name),
      },
      score('high', 'Highest day of the week.', ({ high }) => high),
      {
        name: 'high_day',
        type: 'date',
        description: 'That day.',
        value: covered(({ highDay }) => isoOf(highDay)),
      },
      score('low', 'Lowest day of the week.', ({ low }) => low),
      score('mean', 'Mean of its days.', ({ mean }) => mean),
      score('change', 'Close less the close of the week before; none in the first week.', ({ change }) => change),
      {
        name: 'points',
        type: 'number',
        unit: 'points',
        description: 'Points of the last day, of which the score is made (SCORING.md 2.3).',
        value: covered(({ figures }) => figures.points),
      },
      {
        name: 'incidents',
        type: 'integer',
        unit: 'incidents',
        description: 'Incidents that began in the week.',
        value: ({ week }) => week.incidents,
      },
      ...(['data', 'full'] as const).flatMap((mode) => (['p05', 'p50', 'p95'] as const).map((key) => draw(mode, key))),
      {
        name: 'arithmetic',
        type: 'number',
        unit: SCORE,
        description: 'What the arithmetic alone leaves on the last day of a week that nobody checked.',
        value: ({ week }) => (isCovered(week) ? null : week.close),
      },
    ],
  })
}

const partColumns = <Row>(of: (row: Row) => { points: number; contribution: number; standAlone: number }) =>
  [
    {
      name: 'points',
      type: 'number',
      unit: 'points',
      description: 'Its points on the last day of the week.',
      value: (row) => of(row).points,
    },
    {
      name: 'contribution',
      type: 'number',
      unit: SCORE,
      description: 'Its part of the close; the parts of a week add up to it.',
      value: (row) => of(row).contribution,
    },
    {
      name: 'stand_alone',
      type: 'number',
      unit: SCORE,
      description: 'The score that it would make alone.',
      value: (row) => of(row).standAlone,
    },
  ] satisfies Column<Row>[]

/** What each category adds to the close of each covered week. */
export function categoryTable(data: BriefingData): DataTable {
  interface Row extends WeekRow {
    category: Category
  }
  const rows = weekRows(data).filter(({ week }) => isCovered(week))
  return tableOf<Row>({
    name: 'categories',
    title: 'Categories by week',
    description: 'What the incidents of each category add to the close of each covered week.',
    primaryKey: ['dyad', 'week', 'category'],
    rows: rows.flatMap((row) => CATEGORIES.map((category) => ({ ...row, category }))),
    columns: [
      dyadColumn(),
      ...weekColumns<Row>(),
      { name: 'category', type: 'string', description: 'Category of the codebook.', value: ({ category }) => category },
      ...partColumns<Row>(({ week, category }) => week.figures.category[category]),
      {
        name: 'fresh_points',
        type: 'number',
        unit: 'points',
        description: 'Points of the incidents that began in the week.',
        value: ({ week, category }) => week.inflow.byCategory[category],
      },
    ],
  })
}

/** What each side adds to the close of each covered week. */
export function directionTable(data: BriefingData): DataTable {
  interface Row extends WeekRow {
    side: 'forward' | 'backward'
  }
  const rows = weekRows(data).filter(({ week }) => isCovered(week))
  const side = ({ dyad, side }: Row) => (side === 'forward' ? codesOf(dyad) : codesOf(dyad).reverse())
  return tableOf<Row>({
    name: 'directions',
    title: 'Directions by week',
    description: 'What the acts of each side add to the close of each covered week.',
    primaryKey: ['dyad', 'week', 'actor'],
    rows: rows.flatMap((row) => (['forward', 'backward'] as const).map((side) => ({ ...row, side }))),
    columns: [
      dyadColumn(),
      ...weekColumns<Row>(),
      { name: 'actor', type: 'string', description: 'Who acted.', value: (row) => side(row)[0] },
      { name: 'target', type: 'string', description: 'On whom.', value: (row) => side(row)[1] },
      ...partColumns<Row>(({ week, side }) => week.figures.direction[side]),
      {
        name: 'fresh_points',
        type: 'number',
        unit: 'points',
        description: 'Points of the incidents that began in the week.',
        value: ({ week, side }) => week.inflow[side],
      },
    ],
  })
}
