import { alignText } from '@/components/compare/compare-path'
import { modelOf } from '@/components/compare/compare-view-model'
import { logExport } from '@/lib/activity/export'
import { requireViewer } from '@/lib/auth/session'
import { compareDyads } from '@/lib/compare/queries'
import { readCompare } from '@/lib/compare/schema'
import { DeskError, problemResponse } from '@/lib/errors'
import { compareCsv } from './compare-rows'

/** The table of a comparison as a file: the address is that of its page. */
export async function GET(request: Request): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const search = new URL(request.url).searchParams
    const ask = readCompare({
      dyads: search.getAll('dyads'),
      align: search.getAll('align'),
      range: search.get('range') ?? undefined,
    })
    if (ask.dyadIds.length === 0)
      throw new DeskError('INVALID', 'Name dyads to compare, such as dyads=AZE-RUS,ARM-AZE.')
    const view = await compareDyads(viewer, ask)
    const csv = compareCsv(modelOf(view, ask))
    const detail = { dyads: ask.dyadIds.join(','), align: alignText(ask.align), range: ask.range }
    await logExport(viewer, { subject: 'compare.csv', detail })
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="compare-${ask.dyadIds.join('-')}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
