import { writingTo } from '@/lib/api/handler'
import { requireViewer } from '@/lib/auth/session'
import { cancelExport } from '@/lib/briefings/commands'
import { getExport } from '@/lib/briefings/queries'
import { exportIdSchema, isRowId } from '@/lib/briefings/schema'
import { DeskError, problemResponse } from '@/lib/errors'

/** How far a file is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; export: string }> },
): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { export: id } = await params
    if (!isRowId(id)) throw new DeskError('NOT_FOUND', 'There is no such export.')
    return Response.json(await getExport(viewer, id), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}

/** Gives it up. */
export const DELETE = writingTo('briefing:compose', exportIdSchema, { id: 'draftId', export: 'id' }, cancelExport)
