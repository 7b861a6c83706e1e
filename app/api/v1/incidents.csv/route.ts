import { reading } from '@/lib/api/handler'
import { incidentsCsv } from '@/lib/incidents/csv'
import { parseFilter } from '@/lib/incidents/filter'

/** Exactly what the filter in the address shows, all pages of it. */
export const GET = reading('incident:read', async (viewer, request) => {
  const { after: _, ...filter } = parseFilter(new URL(request.url).searchParams)
  return new Response(incidentsCsv(viewer, filter), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="incidents.csv"',
      'cache-control': 'no-store',
    },
  })
})
