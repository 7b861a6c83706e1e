import 'server-only'
import type { AsOf } from '@/lib/as-of/schema'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { bandOfScore, type DailySeries, figuresOf, type MethodParameters, weekFiguresOf } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import type { RankedDyad } from '@/lib/dyads/overview-read'
import { type OverviewSource, overviewSource } from '@/lib/dyads/overview-source'
import { GRID_SIZE } from './grid-size'
import type { GridFigure } from './schema'
import type { GridCell, GridView } from './views'
import { weekAsked } from './week-asked'

/** Beyond any number of pairs of countries that there can be. */
const ALL = 100_000

interface GridRequest {
  week?: string
  figure?: GridFigure
  page?: number
  with?: string
  asOf?: AsOf
}

/**
 * Countries × countries in a week, the most tense thirty of them, or those of a further page. Reads one narrow row a dyad of the
 * weekly series, and the points of the page's own dyads where the directions are asked for; as of a moment it is computed
 * in memory, as the overview is.
 * @throws DeskError FORBIDDEN; NOT_FOUND for a week that is none or has not begun; INVALID as of a moment where the record is too
 * large for that.
 */
export async function countryGrid(viewer: Viewer, request: GridRequest = {}): Promise<GridView> {
  authorize(viewer, 'dyad:read')
  const { week, figure = 'close', asOf } = request
  const source = await overviewSource(await database(), asOf)
  const running = weekStartOf(source.today)
  const weekStart = week === undefined ? ((await source.latestCoveredWeek()) ?? running) : weekAsked(week, source.today)
  const ranked = await source.ranked(weekStart, null, ALL)
  const found = countriesOf(ranked, request.with)
  const pages = Math.max(1, Math.ceil(found.length / GRID_SIZE))
  const page = Math.min(pages, request.page ?? 1)
  const countries = found.slice((page - 1) * GRID_SIZE, page * GRID_SIZE)
  const among = new Set(countries)
  const own = ranked.filter(({ dyadId }) => codesOf(dyadId).every((code) => among.has(code)))
  return {
    weekStart,
    previousWeek: weekStart - 7,
    nextWeek: weekStart < running ? weekStart + 7 : null,
    inProgress: weekStart === running && source.today < weekEndOf(running),
    figure,
    countries,
    cells: own.length === 0 ? [] : await cellsOf(source, own, weekStart, figure),
    page,
    pages,
    total: found.length,
    with: request.with ?? null,
    dyads: ranked.length,
    asOf: asOf ? { at: asOf.moment.toISOString(), method: asOf.method } : null,
  }
}

/** Countries by the dyad of theirs that stands highest, those with a checked one first; `only` keeps its counterparts, and it. */
function countriesOf(ranked: readonly RankedDyad[], only: string | undefined): string[] {
  const codes = ranked.map(({ dyadId }) => codesOf(dyadId))
  const kept = only === undefined ? codes : codes.filter((pair) => pair.includes(only))
  // The dyads come by tension, so a country's first one is its highest.
  const found = [...new Set(kept.flat())]
  return only !== undefined && found.includes(only) ? [only, ...found.filter((code) => code !== only)] : found
}

async function cellsOf(
  source: OverviewSource,
  own: readonly RankedDyad[],
  weekStart: number,
  figure: GridFigure,
): Promise<GridCell[]> {
  const methodOf = await source.methodsOf(own)
  const runs = weekStart === weekStartOf(source.today)
  const days = runs
    ? await source.days(
        own.filter(({ covered }) => covered).map(({ dyadId }) => dyadId),
        weekStart,
      )
    : new Map<string, DailySeries>()
  const stored = figure === 'direction' ? await source.closeCells(own) : new Map<string, number[]>()
  return own.flatMap((ranked) => {
    const { parameters } = methodOf(ranked)
    const series = ranked.covered ? days.get(ranked.dyadId) : undefined
    const cut = series ? weekFiguresOf(series, weekStart, parameters, source.today) : null
    const close = cut?.close ?? ranked.rank
    return cellsOfDyad(ranked, close, cut?.closeCells ?? stored.get(ranked.dyadId), figure, parameters)
  })
}

function cellsOfDyad(
  { dyadId, covered, shownWeek }: RankedDyad,
  close: number,
  points: number[] | undefined,
  figure: GridFigure,
  parameters: MethodParameters,
): GridCell[] {
  const [first, second] = codesOf(dyadId)
  const common = { dyadId, covered, shownWeek, band: bandOfScore(close, parameters).name }
  if (figure === 'close' || !points) {
    return [
      { ...common, row: first, column: second, figure: close },
      { ...common, row: second, column: first, figure: close },
    ]
  }
  const { direction } = figuresOf(points, parameters)
  return [
    { ...common, row: first, column: second, figure: direction.forward.contribution },
    { ...common, row: second, column: first, figure: direction.backward.contribution },
  ]
}
