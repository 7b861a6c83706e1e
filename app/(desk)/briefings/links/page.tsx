import type { Metadata } from 'next'
import { BRIEFINGS_PATH, LINKS_PATH } from '@/components/briefings/briefing-words'
import { LinkList } from '@/components/briefings/link-list'
import { NotForRole } from '@/components/briefings/not-for-role'
import { ShareSection } from '@/components/briefings/share-section'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { pairName } from '@/components/watch/condition-words'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listLinks } from '@/lib/briefings/queries'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { listDyadIds } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: 'Shared links' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Everything that is read by links without an account; `?dyad=` shares the page of a dyad. */
export default async function LinksPage({ searchParams }: PageProps) {
  const { dyad } = await searchParams
  const viewer = await viewerOrSignIn(LINKS_PATH)
  if (!may(viewer, 'briefing:share')) return <NotForRole title="Links are made by reviewers." />
  const dyadId = (await listDyadIds(viewer)).find((id) => id === dyad)
  const links = await listLinks(viewer)
  const own = dyadId === undefined ? [] : links.filter(({ subject, of }) => subject === 'dyad' && of === dyadId)
  return (
    <>
      <PageHeader
        title={dyadId === undefined ? 'Shared links' : `Share ${pairName(dyadId)}`}
        lead={
          dyadId === undefined
            ? 'What is read without an account, until when, and how often.'
            : 'Its page as it stands on each day: the score, the trend and the week’s incidents, read only.'
        }
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
      />
      <div className="grid max-w-4xl grid-cols-1 gap-5">
        {dyadId !== undefined && <ShareSection subject={{ dyadId }} links={own} today={isoOf(todayUtc())} />}
        <Card id="links" title="All links" lead="A dyad’s page is shared from that page, a briefing from its own.">
          <LinkList links={links} named />
        </Card>
      </div>
    </>
  )
}
