import { fileResponse } from '@/lib/api/download'
import { requireViewer } from '@/lib/auth/session'
import { draftPages } from '@/lib/briefings/queries'
import { isRowId } from '@/lib/briefings/schema'
import { DeskError, problemResponse } from '@/lib/errors'

/** The PDF of a draft as it was last saved, for the preview of its pages. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { id } = await params
    if (!isRowId(id)) throw new DeskError('NOT_FOUND', 'There is no such draft.')
    return fileResponse(await draftPages(viewer, id, { signal: request.signal }))
  } catch (error) {
    return problemResponse(error, request.signal)
  }
}
