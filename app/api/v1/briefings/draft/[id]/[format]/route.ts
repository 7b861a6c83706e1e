import { askedFormat } from '@/app/api/v1/briefings/asked-format'
import { fileResponse } from '@/lib/api/download'
import { requireViewer } from '@/lib/auth/session'
import { draftFile } from '@/lib/briefings/queries'
import { isRowId } from '@/lib/briefings/schema'
import { DeskError, problemResponse } from '@/lib/errors'

/** A draft as a file, made while one waits; an export shows how far it is. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; format: string }> },
): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { id, format } = await params
    if (!isRowId(id)) throw new DeskError('NOT_FOUND', 'There is no such draft.')
    return fileResponse(await draftFile(viewer, id, askedFormat(format), { signal: request.signal }))
  } catch (error) {
    return problemResponse(error, request.signal)
  }
}
