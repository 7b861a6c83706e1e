import { type MethodParameters, type WeekFigures, weekFiguresOf } from '@/lib/core/scoring'
import type { Transaction } from '@/lib/db/transaction'
import { encodeDays, type SeriesWindow, type WeekFacts } from './series-window'

/** What a stored week holds beside its facts. */
type WeekMarks = Pick<WeekFigures, 'close' | 'high' | 'highDay' | 'low' | 'mean' | 'closeCells'> & {
  coveredThrough: number | null
}

/** The weeks of a window with their figures and how far each is covered. */
export function weekRowsOf(window: SeriesWindow, parameters: MethodParameters): (WeekFacts & WeekMarks)[] {
  let coveredThrough = window.coveredBefore
  return window.weeks.map((week) => {
    if (week.checked || week.incidents > 0) coveredThrough = week.weekStart
    const { close, high, highDay, low, mean, closeCells } = weekFiguresOf(window.series, week.weekStart, parameters)
    return { ...week, close, high, highDay, low, mean, closeCells, coveredThrough }
  })
}

/**
 * Writes a window back in two statements, whatever its length. JSON carries each double in its shortest exact form, so what
 * is read again has the same bits.
 */
export async function writeWindow(
  tx: Transaction,
  dyadId: string,
  window: SeriesWindow,
  parameters: MethodParameters,
): Promise<void> {
  const rows = weekRowsOf(window, parameters).map((week) => ({
    week_start: week.weekStart,
    close: week.close,
    high: week.high,
    high_day: week.highDay,
    low: week.low,
    mean: week.mean,
    close_cells: week.closeCells,
    inflow_cells: week.inflowCells,
    incidents: week.incidents,
    driver_id: week.driverId,
    driver_points: week.driverPoints,
    checked: week.checked,
    covered_through: week.coveredThrough,
  }))
  await tx.$executeRaw`
    INSERT INTO dyad_week (dyad_id, week_start, close, high, high_day, low, mean, close_cells, inflow_cells, incidents,
      driver_id, driver_points, checked, covered_through)
    SELECT ${dyadId}, w.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(week_start int,
      close double precision, high double precision, high_day int, low double precision, mean double precision,
      close_cells double precision[], inflow_cells double precision[], incidents int, driver_id text,
      driver_points double precision, checked boolean, covered_through int)
    ON CONFLICT (dyad_id, week_start) DO UPDATE SET close = EXCLUDED.close, high = EXCLUDED.high,
      high_day = EXCLUDED.high_day, low = EXCLUDED.low, mean = EXCLUDED.mean, close_cells = EXCLUDED.close_cells,
      inflow_cells = EXCLUDED.inflow_cells, incidents = EXCLUDED.incidents, driver_id = EXCLUDED.driver_id,
      driver_points = EXCLUDED.driver_points, checked = EXCLUDED.checked, covered_through = EXCLUDED.covered_through`
  const days = window.weeks.map((week) => ({
    week_start: week.weekStart,
    cells: encodeDays(window.series, week.weekStart).toString('base64'),
  }))
  await tx.$executeRaw`
    INSERT INTO dyad_week_days (dyad_id, week_start, cells)
    SELECT ${dyadId}, d.week_start, decode(d.cells, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d(week_start int, cells text)
    ON CONFLICT (dyad_id, week_start) DO UPDATE SET cells = EXCLUDED.cells`
}
