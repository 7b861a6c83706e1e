import { askedFormat } from '@/app/api/v1/briefings/asked-format'
import { fileResponse } from '@/lib/api/download'
import { requireViewer } from '@/lib/auth/session'
import { askedBrief } from '@/lib/briefings/asked-brief'
import { briefFile } from '@/lib/briefings/queries'
import { problemResponse } from '@/lib/errors'

/**
 * A briefing without a draft: `?dyads=AZE-RUS&week=2025-W27&format=pdf`, and `language`, `mark`, `kind`, `from` (the first week of a
 * special report), `asOf`, `method`, `sections` as one likes.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const search = new URL(request.url).searchParams
    const format = askedFormat(search.get('format') ?? 'pdf')
    return fileResponse(await briefFile(viewer, askedBrief(search), format, { signal: request.signal }))
  } catch (error) {
    return problemResponse(error, request.signal)
  }
}
