import { readingMark } from '@/components/dyads/reading-mark'
import { logExport } from '@/lib/activity/export'
import { askedAsOf } from '@/lib/as-of/schema'
import { requireViewer } from '@/lib/auth/session'
import { intervalSeries } from '@/lib/certainty/queries'
import type { IntervalSeries } from '@/lib/certainty/views'
import { problemResponse } from '@/lib/errors'

interface FileOf {
  ending: 'csv' | 'json'
  type: string
  bodyOf: (series: IntervalSeries) => string
}

/** Answers with a dyad's intervals as a file; `asOf`, `method` and `unreviewed` say of which record. */
export async function intervalFile(request: Request, dyadId: string, { ending, type, bodyOf }: FileOf) {
  try {
    const viewer = await requireViewer()
    const search = new URL(request.url).searchParams
    const word = (name: string) => search.get(name) ?? undefined
    const asOf = askedAsOf({ asOf: word('asOf'), method: word('method') })
    const unreviewed = word('unreviewed') === '1'
    const series = await intervalSeries(viewer, dyadId, { asOf, unreviewed })
    await logExport(viewer, {
      subject: `intervals.${ending}`,
      dyadId: series.dyadId,
      detail: {
        ...(asOf ? { asOf: asOf.moment.toISOString(), method: asOf.method } : {}),
        ...(unreviewed ? { unreviewed } : {}),
      },
    })
    return new Response(bodyOf(series), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${series.dyadId}-intervals${readingMark(series)}.${ending}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
