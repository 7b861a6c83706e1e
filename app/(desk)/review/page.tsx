import type { Metadata } from 'next'
import { FilterChips } from '@/components/incidents/list/filter-chips'
import { FilterForm } from '@/components/incidents/list/filter-form'
import { filterChips } from '@/components/incidents/list/filter-words'
import { BatchApprove } from '@/components/review/batch-approve'
import { Evidence } from '@/components/review/evidence'
import { firstToDecide } from '@/components/review/next-entry'
import { Proposal } from '@/components/review/proposal'
import { QueuePages } from '@/components/review/queue-pages'
import { RecentBatches } from '@/components/review/recent-batches'
import { type ItemKey, reviewAddress, reviewPath } from '@/components/review/review-address'
import { ReviewDesk } from '@/components/review/review-desk'
import { ForReviewers, NothingOpen, NothingWaits } from '@/components/review/review-empty'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { isDeskError } from '@/lib/errors'
import { formatCount } from '@/lib/format'
import { filterQuery } from '@/lib/incidents/filter'
import { listAuthors, listDyadIds } from '@/lib/incidents/queries'
import { batchCandidates, recentBatches, reviewItem, reviewQueue } from '@/lib/review/queries'
import type { QueuePage, ReviewItem } from '@/lib/review/views'
import { owedOf } from '@/lib/samples/blind'

export const metadata: Metadata = { title: 'Review' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The item that the address names; null where there is none of that name, or the viewer is to code it anew first. */
async function itemOf(viewer: Viewer, key: ItemKey | null): Promise<ReviewItem | null> {
  if (!key) return null
  try {
    return await reviewItem(viewer, key.dyadId, key.id)
  } catch (error) {
    if (owedOf(error) || (isDeskError(error) && error.code === 'NOT_FOUND')) return null
    throw error
  }
}

/** `12 wait for you, 14 in all that match.` */
function waitingWords({ forMe, all }: QueuePage, filtered: boolean): string {
  const mine = `${formatCount(forMe)} ${forMe === 1 ? 'waits' : 'wait'} for you`
  return `${mine}${forMe === all ? '' : `, ${formatCount(all)} in all`}${filtered ? ' that match' : ''}.`
}

/** The queue of what waits for review, and the item that is open. */
export default async function ReviewPage({ searchParams }: PageProps) {
  const address = reviewAddress(await searchParams)
  const viewer = await viewerOrSignIn(reviewPath(address))
  if (!may(viewer, 'incident:approve')) return <ForReviewers role={viewer.role} />
  const { filter, after } = address
  const [queue, candidates, batches, dyadIds, authors] = await Promise.all([
    reviewQueue(viewer, filter, { after }),
    batchCandidates(viewer, filter),
    recentBatches(viewer),
    listDyadIds(viewer),
    listAuthors(viewer),
  ])
  const item = await itemOf(viewer, address.item ?? firstToDecide(queue.entries))
  const chips = filterChips(filter, authors)
  const filtered = chips.length > 0
  const nothing = queue.entries.length === 0 && !address.item
  return (
    <>
      <PageHeader
        title="Review"
        lead={queue.all > 0 ? waitingWords(queue, filtered) : undefined}
        actions={<BatchApprove filter={filter} filtered={filtered} candidates={candidates} />}
      />
      {(queue.all > 0 || filtered) && (
        <details open={filtered} className="mb-4" data-print="hide">
          <summary className="text-sm font-medium">Filter the queue</summary>
          <div className="mt-2 space-y-3">
            <FilterForm
              key={filterQuery(filter)}
              filter={filter}
              dyadIds={dyadIds}
              authors={authors}
              path="/review"
              withStatus={false}
            />
            <FilterChips chips={chips} path="/review" />
          </div>
        </details>
      )}
      <ReviewDesk
        login={viewer.login}
        next={queue.next}
        entries={queue.entries}
        item={
          item && {
            dyadId: item.row.dyadId,
            id: item.row.id,
            revision: item.row.revision,
            authors: item.authors,
            hindrance: item.hindrance,
          }
        }
        ownAllowed={item?.own ?? false}
        address={address}
        pages={<QueuePages address={address} next={queue.next} />}
        proposal={item ? <Proposal item={item} /> : <NothingOpen />}
        evidence={item && <Evidence item={item} />}
        empty={nothing && <NothingWaits filtered={filtered || after !== undefined} />}
      />
      <RecentBatches batches={batches} authors={authors} />
    </>
  )
}
