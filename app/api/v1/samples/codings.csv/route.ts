import { reading } from '@/lib/api/handler'
import { codingsCsv } from '@/lib/samples/csv'
import { csvFile, samplesIn } from '../csv-answer'

/** The codings of the samples that the address names. */
export const GET = reading('agreement:read', async (viewer, request) =>
  csvFile(await codingsCsv(viewer, samplesIn(new URL(request.url).searchParams)), 'codings.csv'),
)
