import { askedFormat } from '@/app/api/v1/briefings/asked-format'
import { fileResponse } from '@/lib/api/download'
import { clientAddress } from '@/lib/auth/client-address'
import { sharedFile } from '@/lib/briefings/queries'
import { problemResponse } from '@/lib/errors'

/** A file of the briefing that a link leads to: nobody signs in for it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; format: string }> },
): Promise<Response> {
  try {
    const { token, format } = await params
    const address = clientAddress(request.headers.get('x-forwarded-for'))
    return fileResponse(await sharedFile({ token, address }, askedFormat(format)))
  } catch (error) {
    return problemResponse(error)
  }
}
