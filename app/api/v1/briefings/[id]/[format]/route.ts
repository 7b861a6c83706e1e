import { askedFormat } from '@/app/api/v1/briefings/asked-format'
import { fileResponse } from '@/lib/api/download'
import { requireViewer } from '@/lib/auth/session'
import { downloadBriefing } from '@/lib/briefings/queries'
import { problemResponse } from '@/lib/errors'

/** A published briefing as a file: the bytes that were made when it was published. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; format: string }> },
): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { id, format } = await params
    return fileResponse(await downloadBriefing(viewer, id, askedFormat(format)))
  } catch (error) {
    return problemResponse(error)
  }
}
