import { intervalFile } from '../intervals.csv/interval-file'
import { intervalsJson } from '../intervals.csv/interval-rows'

/** A dyad's intervals week by week, both kinds, as JSON. */
export async function GET(request: Request, { params }: { params: Promise<{ dyad: string }> }): Promise<Response> {
  const { dyad } = await params
  const bodyOf = (series: Parameters<typeof intervalsJson>[0]) => `${JSON.stringify(intervalsJson(series), null, 1)}\n`
  return intervalFile(request, dyad, { ending: 'json', type: 'application/json; charset=utf-8', bodyOf })
}
