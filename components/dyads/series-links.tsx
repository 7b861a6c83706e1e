/** The whole series as files, for whoever wants to reckon with it. */
export function SeriesLinks({ dyadId }: { dyadId: string }) {
  const href = (grain: string) => `/api/v1/dyads/${dyadId}/series.csv?grain=${grain}&range=all`
  return (
    <p className="text-sm text-muted" data-print="hide">
      The whole series as CSV:{' '}
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
