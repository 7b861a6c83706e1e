import { RANGES, windowOf } from '@/components/charts/model/window'
import { requireViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { weekEndOf } from '@/lib/core/calendar'
import { dyadDays, dyadView } from '@/lib/dyads/queries'
import { DeskError, problemResponse } from '@/lib/errors'
import { daysCsv, weeksCsv } from './series-rows'

const GRAINS = ['week', 'day'] as const
/** Days of one file: what `dyadDays` gives at once. */
const MOST_DAYS = 3660

/** The word that a parameter says; the first of its words where it is absent. */
function wordOf<T extends string>(search: URLSearchParams, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === (search.get(name) ?? words[0]))
  if (found === undefined) throw new DeskError('INVALID', `${name} is one of ${words.join(', ')}.`)
  return found
}

async function seriesCsv(viewer: Viewer, dyadId: string, search: URLSearchParams): Promise<string> {
  const [grain, range] = [wordOf(search, 'grain', GRAINS), wordOf(search, 'range', ['all', ...RANGES])]
  const view = await dyadView(viewer, dyadId, { week: search.get('week') ?? undefined })
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, range)
  const weeks = view.weeks.slice(from, to + 1)
  if (grain === 'week') return weeksCsv(view.dyadId, weeks)
  const last = weekEndOf(weeks[weeks.length - 1].weekStart)
  return daysCsv(view.dyadId, await dyadDays(viewer, view.dyadId, Math.max(weeks[0].weekStart, last - MOST_DAYS), last))
}

/** A dyad's series as a file: `grain` week (the usual) or day; `range` all (the usual), 13, 26 or 52 weeks up to `week`. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const { dyad } = await params
    const search = new URL(request.url).searchParams
    const csv = await seriesCsv(await requireViewer(), dyad, search)
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${dyad}-${search.get('grain') ?? 'week'}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
