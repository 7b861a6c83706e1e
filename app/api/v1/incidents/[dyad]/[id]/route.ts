import { puttingIncident } from '@/lib/api/handler'
import { requireViewer } from '@/lib/auth/session'
import { problemResponse } from '@/lib/errors'
import { editIncident } from '@/lib/incidents/commands'
import { getIncident } from '@/lib/incidents/queries'
import { editSchema } from '@/lib/incidents/schema'

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

/** Changes an incident from the revision that its writer saw; the body is `editSchema` without what the address says. */
export const PUT = puttingIncident('incident:edit', editSchema, editIncident)
