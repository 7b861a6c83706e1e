import type { Metadata } from 'next'
import { NoticeList } from '@/components/inbox/notice-list'
import { INBOX_PAGE } from '@/components/inbox/page-link'
import { DraftList, ReturnedList, SampleList, ToReview } from '@/components/inbox/waiting-lists'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { Tabs } from '@/components/ui/tabs'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listNotices, waitingFor } from '@/lib/inbox/queries'
import { inboxAddressSchema } from '@/lib/inbox/schema'

export const metadata: Metadata = { title: 'Inbox' }

const PATH = INBOX_PAGE.href

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What waits for the reader: their review, what was sent back, what they began, and what was said to them. */
export default async function InboxPage({ searchParams }: PageProps) {
  const address = inboxAddressSchema.parse(await searchParams)
  const viewer = await viewerOrSignIn(PATH)
  const [waiting, page] = await Promise.all([waitingFor(viewer), listNotices(viewer, address)])
  const { toReview, returned, drafts, samples } = waiting
  const work = toReview !== null || returned.rows.length + drafts.rows.length + samples.length > 0
  const mine = { writer: viewer.accountId ?? undefined }
  const unread = address.show === 'unread'
  const query = (after?: string) => {
    const given = new URLSearchParams({ ...(unread ? {} : { show: 'all' }), ...(after ? { after } : {}) })
    return given.size > 0 ? `${PATH}?${given}` : PATH
  }
  return (
    <>
      <PageHeader title="Inbox" lead="What waits for you." />
      <div className={work ? 'grid items-start gap-5 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]' : 'max-w-4xl'}>
        <Card id="notices" title="Said to you" padded={false} className="min-w-0">
          <div className="px-4">
            <Tabs
              label="Notices"
              items={[
                { href: PATH, label: 'Not read', current: unread },
                { href: `${PATH}?show=all`, label: 'All', current: !unread },
              ]}
            />
          </div>
          {page.rows.length === 0 ? (
            <p className="px-4 py-6 text-sm text-muted">
              {unread ? 'You have read everything.' : 'Nobody has said anything to you yet.'}
            </p>
          ) : (
            <NoticeList notices={page.rows} markAll={!address.after && page.rows.some(({ read }) => !read)} />
          )}
          <PageLinks newest={address.after ? query() : null} older={page.next && query(page.next)} inCard />
        </Card>
        {work && (
          <div className="min-w-0 space-y-5">
            <ToReview count={toReview} />
            <ReturnedList returned={returned} mine={mine} />
            <SampleList samples={samples} />
            <DraftList drafts={drafts} mine={mine} />
          </div>
        )}
      </div>
    </>
  )
}
