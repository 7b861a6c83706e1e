import { activityCsv } from '@/lib/activity/csv'
import { parseActivityFilter } from '@/lib/activity/filter'
import { reading } from '@/lib/api/handler'

/** Exactly what the filter in the address shows of the team's log, all pages of it. */
export const GET = reading(
  'activity:read',
  async (viewer, request) =>
    new Response(activityCsv(viewer, parseActivityFilter(new URL(request.url).searchParams)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="activity.csv"',
        'cache-control': 'no-store',
      },
    }),
)
