import { type DyadAddress, readingParams } from '@/components/dyads/dyad-address'

/** The whole series as files, for whoever wants to reckon with it. */
export function SeriesLinks({ address }: { address: DyadAddress }) {
  const href = (grain: string) => {
    const params = new URLSearchParams([['grain', grain], ['range', 'all'], ...readingParams(address)])
    return `/api/v1/dyads/${address.dyadId}/series.csv?${params}`
  }
  return (
    <p className="text-sm text-muted" data-print="hide">
      The whole series as CSV{address.asOf !== undefined && ', as of then'}
      {address.unreviewed && ', with proposals'}:{' '}
      <a href={href('week')} download className="link">
        week by week
      </a>
      ,{' '}
      <a href={href('day')} download className="link">
        day by day
      </a>
      .
    </p>
  )
}
