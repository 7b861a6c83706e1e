import type { Metadata } from 'next'
import { FilterChips } from '@/components/incidents/list/filter-chips'
import { FilterForm } from '@/components/incidents/list/filter-form'
import { filterChips } from '@/components/incidents/list/filter-words'
import { DrawForm } from '@/components/samples/draw/draw-form'
import { NotForRole } from '@/components/samples/not-for-role'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { filterQuery, parseFilter } from '@/lib/incidents/filter'
import { listAuthors, listDyadIds } from '@/lib/incidents/queries'
import { codersToChoose } from '@/lib/samples/queries'

export const metadata: Metadata = { title: 'Draw a sample' }

const PATH = '/samples/new'

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What is drawn from, how many, and who codes; the filter stands in the address. */
export default async function NewSamplePage({ searchParams }: PageProps) {
  const { status: _status, after: _after, ...filter } = parseFilter(await searchParams)
  const viewer = await viewerOrSignIn(`${PATH}${filterQuery(filter)}`)
  if (!may(viewer, 'sample:manage')) return <NotForRole title="Draw a sample" role={viewer.role} who="reviewers" />
  const [dyadIds, authors, coders] = await Promise.all([
    listDyadIds(viewer),
    listAuthors(viewer),
    codersToChoose(viewer),
  ])
  return (
    <>
      <PageHeader
        title="Draw a sample"
        lead="Approved incidents at random, which its coders code from the sources alone."
        trail={[{ href: '/samples', label: 'Samples' }]}
      />
      <div className="space-y-5">
        <Card id="from" title="Drawn from">
          <div className="space-y-3">
            <FilterForm
              key={filterQuery(filter)}
              filter={filter}
              dyadIds={dyadIds}
              authors={authors}
              path={PATH}
              withStatus={false}
            />
            <FilterChips chips={filterChips(filter, authors)} path={PATH} />
          </div>
        </Card>
        <Card id="draw" title="The sample">
          <DrawForm filter={filter} coders={coders} />
        </Card>
      </div>
    </>
  )
}
