import { fileResponse } from '@/lib/api/download'
import { requireViewer } from '@/lib/auth/session'
import { exportFile } from '@/lib/briefings/queries'
import { isRowId } from '@/lib/briefings/schema'
import { DeskError, problemResponse } from '@/lib/errors'

/** The file of an export that is done. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; export: string }> },
): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { export: id } = await params
    if (!isRowId(id)) throw new DeskError('NOT_FOUND', 'There is no such export.')
    return fileResponse(await exportFile(viewer, id))
  } catch (error) {
    return problemResponse(error)
  }
}
