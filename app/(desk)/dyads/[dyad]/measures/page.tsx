import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoMoment } from '@/components/dyads/as-of/no-moment'
import { dyadAddress, readingParams, refusedMoment, type SearchParams } from '@/components/dyads/dyad-address'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { LedgerTable } from '@/components/measures/ledger-table'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ReadingNote } from '@/components/weeks/reading-note'
import { measuresPath } from '@/components/weeks/week-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatDay } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import { isDeskError } from '@/lib/errors'
import { formatPlural } from '@/lib/format'
import { dyadMeasures } from '@/lib/measures/queries'
import { readingOf } from '../dyad-reading'

interface MeasuresProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: MeasuresProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `In force: ${dyadTitle(dyad)}` : 'Not found' }
}

/** What still stands between the two, and what has ended; as of a moment if one is named. */
export default async function Measures({ params, searchParams }: MeasuresProps) {
  const [{ dyad: dyadId }, search] = [await params, await searchParams]
  const asked = dyadAddress(dyadId, search)
  const viewer = await viewerOrSignIn(measuresPath(dyadId, asked))
  if (!isDyadId(dyadId)) notFound()
  const refused = refusedMoment(search)
  const ledger = await dyadMeasures(viewer, dyadId, readingOf(viewer, asked)).catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  const { standing, ended, day } = ledger
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="measures"
        reading={readingParams({ ...asked, unreviewed: ledger.unreviewed }).toString()}
        title="In force"
        lead={`What stands between the two on ${formatDay(day)}. The score tells of acts and lets them fade; this ledger tells of the state that they left.`}
      />
      <NoMoment asked={refused.asked} why={refused.why} />
      <ReadingNote asOf={ledger.asOf} unreviewed={ledger.unreviewed} now={`/dyads/${dyadId}/measures`} />
      {standing.length === 0 ? (
        <EmptyState title="No measure stands between the two.">
          <p>
            A measure appears with an incident whose indicator stands until it is undone, such as a closure or an
            expulsion, and ends with the incident of the same side that answers it.
          </p>
        </EmptyState>
      ) : (
        <Card id="standing" title={`${formatPlural(standing.length, 'measure')} in force, oldest first`} padded={false}>
          <LedgerTable dyadId={dyadId} measures={standing} caption="Measures in force" />
        </Card>
      )}
      {ended.length > 0 && (
        <details className="mt-6 rounded border bg-raised">
          <summary className="cursor-pointer px-4 py-2.5 text-base font-semibold">
            {formatPlural(ended.length, 'measure')} ended, latest first
          </summary>
          <LedgerTable dyadId={dyadId} measures={ended} caption="Measures that ended" />
        </details>
      )}
      <p className="mt-3 max-w-3xl text-xs text-muted">
        Read from the coding alone: a measure begins with an incident whose indicator stands, and ends with its own
        side’s first conciliatory answer of at least its rung, or after its coded last day. An end that nobody coded as
        an answer is not seen here: code it as answering the incident that began it.
      </p>
    </>
  )
}
