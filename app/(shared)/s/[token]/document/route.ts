import { clientAddress } from '@/lib/auth/client-address'
import { sharedFile } from '@/lib/briefings/queries'
import { problemResponse } from '@/lib/errors'

/**
 * GET: the document of a shared briefing as a page by itself, which the shared page frames. proxy.ts gives it a policy under which
 * nothing runs.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const { token } = await params
    const address = clientAddress(request.headers.get('x-forwarded-for'))
    const { bytes, mediaType } = await sharedFile({ token, address }, 'html')
    return new Response(bytes, { headers: { 'content-type': mediaType, 'cache-control': 'private, no-store' } })
  } catch (error) {
    return problemResponse(error)
  }
}
