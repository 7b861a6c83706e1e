import { reading } from '@/lib/api/handler'
import { parseBriefingFilter } from '@/lib/briefings/filter'
import { listBriefings } from '@/lib/briefings/queries'

/** One page of the published briefings that the filter in the address shows; `next` is the `after` of the page behind it. */
export const GET = reading('briefing:read', async (viewer, request) =>
  Response.json(await listBriefings(viewer, parseBriefingFilter(new URL(request.url).searchParams)), {
    headers: { 'cache-control': 'no-store' },
  }),
)
