import { recordStops } from '@/lib/as-of/queries'
import { requireViewer } from '@/lib/auth/session'
import { problemResponse } from '@/lib/errors'

/** The moments at which what is known of a dyad changed: asked for once its time slider is opened. */
export async function GET(_request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  try {
    const viewer = await requireViewer()
    const { dyad } = await params
    return Response.json(await recordStops(viewer, dyad), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}
