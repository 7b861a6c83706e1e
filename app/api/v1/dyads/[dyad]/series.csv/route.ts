import { readingMark } from '@/components/dyads/reading-mark'
import { logExport } from '@/lib/activity/export'
import { requireViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { RANGES, windowOf } from '@/lib/charts/window'
import { weekEndOf } from '@/lib/core/calendar'
import { dyadDays, dyadView } from '@/lib/dyads/queries'
import { DeskError, problemResponse } from '@/lib/errors'
import { askedReading, readingDetail } from '../asked-reading'
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

/** The file, and what its name says of the reading. */
async function seriesCsv(
  viewer: Viewer,
  dyadId: string,
  search: URLSearchParams,
): Promise<{ csv: string; name: string }> {
  const [grain, range] = [wordOf(search, 'grain', GRAINS), wordOf(search, 'range', ['all', ...RANGES])]
  const reading = askedReading(search)
  const view = await dyadView(viewer, dyadId, { week: search.get('week') ?? undefined, ...reading })
  const { from, to } = windowOf(view.weeks, view.shown.weekStart, range)
  const weeks = view.weeks.slice(from, to + 1)
  await logExport(viewer, {
    subject: 'series.csv',
    dyadId: view.dyadId,
    detail: { grain, range, ...readingDetail(reading) },
  })
  const name = `${view.dyadId}-${grain}${readingMark(view)}.csv`
  if (grain === 'week') return { name, csv: weeksCsv(view, weeks) }
  const last = weekEndOf(weeks[weeks.length - 1].weekStart)
  const first = Math.max(weeks[0].weekStart, last - MOST_DAYS)
  return { name, csv: daysCsv(view, await dyadDays(viewer, view.dyadId, first, last, reading)) }
}

/**
 * A dyad's series as a file: `grain` week (the usual) or day; `range` all (the usual), 13, 26 or 52 weeks up to `week`; as of a
 * moment with `asOf`.
 */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const { dyad } = await params
    const search = new URL(request.url).searchParams
    const { csv, name } = await seriesCsv(await requireViewer(), dyad, search)
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
