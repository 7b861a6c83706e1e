import type { Metadata } from 'next'
import { BRIEFINGS_PATH, draftsPath } from '@/components/briefings/briefing-words'
import { DraftList } from '@/components/briefings/draft-list'
import { NotForRole } from '@/components/briefings/not-for-role'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { Tabs } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { DRAFT_SHOWS, type DraftFilter, parseDraftFilter } from '@/lib/briefings/filter'
import { listDrafts } from '@/lib/briefings/queries'

export const metadata: Metadata = { title: 'Drafts of briefings' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const WORDS: Readonly<Record<DraftFilter['show'], { label: string; list: string; nothing: string }>> = {
  open: { label: 'Open', list: 'Drafts, the latest changed first', nothing: 'No draft is open.' },
  archived: { label: 'Archived', list: 'Archived drafts, the latest changed first', nothing: 'No draft is archived.' },
}

/** All drafts that the team has begun and not published, and those that it has put aside. */
export default async function DraftsPage({ searchParams }: PageProps) {
  const filter = parseDraftFilter(await searchParams)
  const { show, after } = filter
  const viewer = await viewerOrSignIn(draftsPath(filter))
  if (!may(viewer, 'briefing:compose')) return <NotForRole title="Drafts of briefings are for analysts." />
  const { drafts, next } = await listDrafts(viewer, filter)
  return (
    <>
      <PageHeader
        title="Drafts"
        lead="Yours and the team’s, the latest changed first."
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
      />
      <Card padded={false}>
        <div className="px-4">
          <Tabs
            label="Drafts"
            items={DRAFT_SHOWS.map((one) => ({
              href: draftsPath({ show: one }),
              label: WORDS[one].label,
              current: one === show,
            }))}
          />
        </div>
        {drafts.length === 0 ? (
          <p className="px-4 py-6 text-sm text-muted">{WORDS[show].nothing}</p>
        ) : (
          <DraftList drafts={drafts} label={WORDS[show].list} />
        )}
        <PageLinks
          newest={after === undefined ? null : draftsPath({ show })}
          older={next && draftsPath({ show, after: next })}
          inCard
        />
      </Card>
    </>
  )
}
