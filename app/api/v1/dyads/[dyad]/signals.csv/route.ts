import { readingMark } from '@/components/dyads/reading-mark'
import { logExport } from '@/lib/activity/export'
import { requireViewer } from '@/lib/auth/session'
import { problemResponse } from '@/lib/errors'
import { dyadSignals } from '@/lib/patterns/queries'
import { askedReading, readingDetail, readingView } from '../asked-reading'
import { signalsCsv } from './signal-rows'

/** All signals of a dyad as a file, latest week first; as of a moment with `asOf`. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { dyad: dyadId } = await params
    const reading = askedReading(new URL(request.url).searchParams)
    const signals = await dyadSignals(viewer, dyadId, reading)
    await logExport(viewer, { subject: 'signals.csv', dyadId, detail: readingDetail(reading) })
    const view = { dyadId, ...readingView(reading) }
    return new Response(signalsCsv(view, signals), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${dyadId}-signals${readingMark(view)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
