import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { DyadPageHeader, dyadTitle } from '@/components/dyads/dyad-page-header'
import { VintageGrid } from '@/components/dyads/vintages/vintage-grid'
import { vintagePath } from '@/components/dyads/vintages/vintage-path'
import { VintageSteps } from '@/components/dyads/vintages/vintage-steps'
import { Callout } from '@/components/ui/callout'
import { vintageTable } from '@/lib/as-of/queries'
import { readVintagePart } from '@/lib/as-of/vintage-schema'
import { viewerOrSignIn } from '@/lib/auth/session'
import { isDyadId } from '@/lib/core/dyad'
import { isDeskError } from '@/lib/errors'

interface VintagesProps {
  params: Promise<{ dyad: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: VintagesProps): Promise<Metadata> {
  const { dyad } = await params
  return { title: isDyadId(dyad) ? `As it was said: ${dyadTitle(dyad)}` : 'Not found' }
}

/** What each week was said to be, month by month: how much the record was revised, and when. */
export default async function Vintages({ params, searchParams }: VintagesProps) {
  const { dyad: dyadId } = await params
  const part = readVintagePart(await searchParams)
  const address = { dyadId, ...part }
  const viewer = await viewerOrSignIn(vintagePath(address))
  if (!isDyadId(dyadId)) notFound()
  const table = await vintageTable(viewer, dyadId, part).catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  return (
    <>
      <DyadPageHeader
        dyadId={dyadId}
        page="vintages"
        title="As it was said"
        lead="The close of each week, as it stood at the end of each month since the record began. Read a row from left to right to see how a week was revised."
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2 text-sm" data-print="hide">
          <span className="text-muted">By the method</span>
          <ChoiceLinks
            label="Method of the figures"
            items={(['then', 'now'] as const).map((method) => ({
              key: method,
              label: method === 'then' ? 'of then' : `of now, ${table.presentMethod}`,
              title:
                method === 'then'
                  ? 'Each month by the version by which this dyad was scored then'
                  : 'All months by the version by which it is scored now',
              href: vintagePath({ ...address, method }),
              current: part.method === method,
            }))}
          />
        </div>
        <VintageSteps table={table} address={address} />
      </div>
      {table.single && (
        <Callout title="There is one month to tell of" className="mb-4">
          <p>
            Everything here was recorded in the running month, so nothing was said of these weeks before. Columns appear
            as months go by.
          </p>
        </Callout>
      )}
      <div data-card="" className="rounded border bg-raised">
        <VintageGrid table={table} method={part.method ?? 'then'} />
      </div>
      <p className="mt-3 max-w-3xl text-xs text-muted">
        Shaded: the week had not ended, or was not on record yet. Hatched: nobody had checked it. Marked: said otherwise
        than the month before, ▲ higher, ▼ lower, ✓ checked since, + put on record since, × no longer covered. The last
        column is now.
      </p>
      <p className="mt-2 text-sm text-muted" data-print="hide">
        <a href={`/api/v1/dyads/${dyadId}/vintages.csv?method=${part.method}`} download className="link">
          The whole table as CSV
        </a>
      </p>
    </>
  )
}
