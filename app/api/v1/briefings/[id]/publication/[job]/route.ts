import { writingTo } from '@/lib/api/handler'
import { requireViewer } from '@/lib/auth/session'
import { cancelPublication } from '@/lib/briefings/commands'
import { getPublication } from '@/lib/briefings/queries'
import { exportIdSchema, isRowId } from '@/lib/briefings/schema'
import { DeskError, problemResponse } from '@/lib/errors'

/** How far it is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; job: string }> },
): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { job } = await params
    if (!isRowId(job)) throw new DeskError('NOT_FOUND', 'There is no such publication.')
    return Response.json(await getPublication(viewer, job), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}

/** Gives it up. */
export const DELETE = writingTo('briefing:publish', exportIdSchema, { id: 'draftId', job: 'id' }, cancelPublication)
