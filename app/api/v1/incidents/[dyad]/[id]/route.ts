import { requireViewer } from '@/lib/auth/session'
import { problemResponse } from '@/lib/errors'
import { getIncident } from '@/lib/incidents/queries'

/** One incident, whole. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ dyad: string; id: string }> },
): Promise<Response> {
  try {
    const { dyad, id } = await params
    return Response.json(await getIncident(await requireViewer(), dyad, id))
  } catch (error) {
    return problemResponse(error)
  }
}
