import { requireViewer } from '@/lib/auth/session'
import { getBriefing } from '@/lib/briefings/queries'
import { htmlOf } from '@/lib/briefings/render/html'
import { problemResponse } from '@/lib/errors'

/**
 * GET: a published briefing as a page by itself, which the briefing's page frames. proxy.ts gives it a policy under which nothing runs.
 */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  try {
    const { document } = await getBriefing(await requireViewer(), (await params).number)
    return new Response(htmlOf({ document }), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-cache' },
    })
  } catch (error) {
    return problemResponse(error)
  }
}
