import { type DyadAddress, readingParams } from '@/components/dyads/dyad-address'

/** The files of a dyad's patterns, in the page's reading. */
export function PatternFiles({ address }: { address: DyadAddress }) {
  const query = readingParams(address).toString()
  const path = (file: string) => `/api/v1/dyads/${address.dyadId}/${file}${query && `?${query}`}`
  return (
    <p className="mt-4 flex flex-wrap gap-x-4 text-sm leading-7 text-muted" data-print="hide">
      <a href={path('signals.csv')} download className="link py-1">
        All signals as CSV
      </a>
      <a href={path('reciprocity.json')} download className="link py-1">
        All answers, with the tests, as JSON
      </a>
    </p>
  )
}
