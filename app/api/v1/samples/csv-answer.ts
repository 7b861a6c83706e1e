import { isSampleId } from '@/lib/samples/schema'

/** The samples that an address names. */
export const samplesIn = (search: URLSearchParams): string[] => search.getAll('sample').filter(isSampleId)

/** A text as a CSV file to be kept. */
export const csvFile = (text: string, name: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
