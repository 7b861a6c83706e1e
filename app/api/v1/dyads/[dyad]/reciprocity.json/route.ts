import { readingMark, readingWord } from '@/components/dyads/reading-mark'
import { logExport } from '@/lib/activity/export'
import { requireViewer } from '@/lib/auth/session'
import { isoOf } from '@/lib/core/calendar'
import { problemResponse } from '@/lib/errors'
import { dyadReciprocity } from '@/lib/patterns/queries'
import { askedReading, readingDetail, readingView } from '../asked-reading'

/** Who answers whom in a dyad, with all coded answers and the tests; as of a moment with `asOf`. Days are ISO dates. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { dyad: dyadId } = await params
    const reading = askedReading(new URL(request.url).searchParams)
    const {
      methodId,
      span,
      ladder,
      drawnAnswers: _drawn,
      allAnswers,
      ...rest
    } = await dyadReciprocity(viewer, dyadId, {
      ...reading,
      answers: Number.POSITIVE_INFINITY,
    })
    await logExport(viewer, { subject: 'reciprocity.json', dyadId, detail: readingDetail(reading) })
    const view = readingView(reading)
    const body = {
      dyad: dyadId,
      asOf: view.asOf?.at ?? null,
      method: methodId,
      reading: readingWord(view),
      span: span && { firstDay: isoOf(span.firstDay), lastDay: isoOf(span.lastDay) },
      ...rest,
      answers: allAnswers,
      moves: ladder.map(({ day, ...move }) => ({ ...move, day: isoOf(day) })),
    }
    return Response.json(body, {
      headers: {
        'content-disposition': `attachment; filename="${dyadId}-reciprocity${readingMark(view)}.json"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
