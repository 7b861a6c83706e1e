import { reading } from '@/lib/api/handler'
import { agreementCsv } from '@/lib/samples/csv'
import { BREAKDOWNS } from '@/lib/samples/report-views'
import { csvFile, samplesIn } from '../csv-answer'

/** The figures of the agreement report that the address asks for. */
export const GET = reading('agreement:read', async (viewer, request) => {
  const search = new URL(request.url).searchParams
  const by = BREAKDOWNS.find((name) => name === search.get('by')) ?? null
  return csvFile(await agreementCsv(viewer, samplesIn(search), { by }), 'agreement.csv')
})
