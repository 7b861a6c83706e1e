import { env } from '@/lib/env'
import { DeskError } from '@/lib/errors'

function isOwn(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false
  const { APP_URL } = env()
  const { host } = new URL(origin)
  return (
    host === (headers.get('x-forwarded-host') ?? headers.get('host')) ||
    (APP_URL !== undefined && host === new URL(APP_URL).host)
  )
}

/**
 * The first line of a route handler that changes something: the request must come from one of our own pages. Browsers say so in
 * Sec-Fetch-Site, and over plain http to a name other than localhost only in Origin.
 * @throws DeskError FORBIDDEN for another site's request, and for one that says nothing.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = site ? site === 'same-origin' : origin !== null && isOwn(origin, request.headers)
  if (!own) throw new DeskError('FORBIDDEN', 'This request did not come from the desk itself.')
}
