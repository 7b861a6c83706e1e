import type { Metadata } from 'next'
import { NotForRole } from '@/components/samples/not-for-role'
import { leftOf, SampleList } from '@/components/samples/sample-list'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listSamples } from '@/lib/samples/queries'
import { isSampleId } from '@/lib/samples/schema'

export const metadata: Metadata = { title: 'Samples' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What is to be coded by the viewer, and how far the others are. */
export default async function SamplesPage({ searchParams }: PageProps) {
  const viewer = await viewerOrSignIn('/samples')
  if (!may(viewer, 'agreement:read'))
    return <NotForRole title="Samples" role={viewer.role} who="analysts and reviewers" />
  const { after } = await searchParams
  const { rows, next } = await listSamples(viewer, isSampleId(after) ? after : undefined)
  const { accountId } = viewer
  const mine = rows.filter((sample) => leftOf(sample, accountId) > 0)
  const others = rows.filter((sample) => !mine.includes(sample))
  const draw = may(viewer, 'sample:manage') && (
    <LinkButton href="/samples/new" variant="primary">
      Draw a sample
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title="Samples"
        lead="Incidents that several people code anew, blind to each other, so that the team knows how far its codes can be relied on."
        actions={
          <>
            {rows.length > 0 && <LinkButton href="/samples/agreement">Agreement</LinkButton>}
            {draw}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="No samples yet" actions={draw || undefined}>
          <p>
            A reviewer draws a random sample of approved incidents and asks two or more people to code it from the
            sources alone.
          </p>
        </EmptyState>
      ) : (
        <div className="space-y-6">
          {mine.length > 0 && (
            <section aria-labelledby="yours">
              <h2 id="yours" className="mb-2 text-base font-semibold">
                Yours to code
              </h2>
              <SampleList samples={mine} accountId={accountId} />
            </section>
          )}
          {others.length > 0 && (
            <section aria-labelledby="all">
              <h2 id="all" className="mb-2 text-base font-semibold">
                {mine.length > 0 ? 'The others' : 'All samples'}
              </h2>
              <SampleList samples={others} accountId={accountId} />
            </section>
          )}
          {next && <LinkButton href={`/samples?after=${next}`}>Older samples</LinkButton>}
        </div>
      )}
    </>
  )
}
