import { intervalFile } from './interval-file'
import { intervalsCsv } from './interval-rows'

/** A dyad's intervals week by week, both kinds, as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  const { dyad } = await params
  return intervalFile(request, dyad, { ending: 'csv', type: 'text/csv; charset=utf-8', bodyOf: intervalsCsv })
}
