import type { Metadata } from 'next'
import Link from 'next/link'
import { BriefingFilterForm, briefingsPath } from '@/components/briefings/briefing-filter-form'
import { BriefingCards, BriefingTable } from '@/components/briefings/briefing-table'
import {
  draftsPath,
  LINKS_PATH,
  NEW_BRIEFING_PATH,
  SCHEDULES_PATH,
  TEMPLATES_PATH,
} from '@/components/briefings/briefing-words'
import { DraftList } from '@/components/briefings/draft-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { type BriefingFilter, parseBriefingFilter } from '@/lib/briefings/filter'
import { listBriefings, listDrafts } from '@/lib/briefings/queries'
import { listDyadIds } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: 'Briefings' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The drafts that were changed last, and the way to all others. */
async function Drafts({ viewer }: { viewer: Viewer }) {
  const [open, archived] = [await listDrafts(viewer), await listDrafts(viewer, { show: 'archived' })]
  if (open.drafts.length === 0 && archived.drafts.length === 0) return null
  const ways = [
    ...(open.next ? [{ href: draftsPath({ show: 'open', after: open.next }), words: 'Older drafts' }] : []),
    ...(archived.drafts.length > 0 ? [{ href: draftsPath({ show: 'archived' }), words: 'Archived drafts' }] : []),
  ]
  return (
    <Card id="drafts" title="In the making" lead="Yours and the team’s, the latest changed first" padded={false}>
      {open.drafts.length === 0 ? (
        <p className="px-4 py-4 text-sm text-muted">No draft is open.</p>
      ) : (
        <DraftList drafts={open.drafts} label="Drafts, the latest changed first" />
      )}
      {ways.length > 0 && (
        <p className="flex flex-wrap gap-x-4 border-t px-4 py-2 text-sm">
          {ways.map(({ href, words }) => (
            <Link key={href} href={href} className="link">
              {words}
            </Link>
          ))}
        </p>
      )}
    </Card>
  )
}

/** Why no briefing is listed, and what to do about it. */
function Nothing({ filter, mayCompose }: { filter: BriefingFilter; mayCompose: boolean }) {
  const { after, ...narrowing } = filter
  if (Object.values(narrowing).some((value) => value !== undefined))
    return (
      <EmptyState title="Nothing matches" actions={<LinkButton href={briefingsPath({})}>Clear the filters</LinkButton>}>
        <p>No published briefing fits all of the filters above.</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title="No briefing is published yet."
      actions={mayCompose && <LinkButton href={NEW_BRIEFING_PATH}>New briefing</LinkButton>}
    >
      <p>
        A briefing is written from the record by rules, can be put in your own words, and is frozen with its data when
        it is published.{' '}
        {mayCompose ? 'Choose a dyad and a week to begin.' : 'An analyst composes it, a reviewer publishes it.'}
      </p>
    </EmptyState>
  )
}

/** The published briefings that the filter shows, and for those who compose the drafts. */
export default async function BriefingsPage({ searchParams }: PageProps) {
  const filter = parseBriefingFilter(await searchParams)
  const viewer = await viewerOrSignIn(briefingsPath(filter))
  const mayCompose = may(viewer, 'briefing:compose')
  const [page, dyadIds] = [await listBriefings(viewer, filter), await listDyadIds(viewer)]
  const { after, ...whole } = filter
  return (
    <>
      <PageHeader
        title="Briefings"
        lead="From the record to the page in somebody’s hand."
        actions={
          <>
            {may(viewer, 'briefing:share') && <LinkButton href={LINKS_PATH}>Links</LinkButton>}
            {may(viewer, 'briefing:template') && <LinkButton href={TEMPLATES_PATH}>Templates</LinkButton>}
            {may(viewer, 'briefing:schedule') && <LinkButton href={SCHEDULES_PATH}>Schedules</LinkButton>}
            {mayCompose && (
              <LinkButton href={NEW_BRIEFING_PATH} variant="primary">
                New briefing
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        {mayCompose && <Drafts viewer={viewer} />}
        <BriefingFilterForm key={briefingsPath(filter)} filter={filter} dyadIds={dyadIds} />
        {page.briefings.length === 0 ? (
          <Nothing filter={whole} mayCompose={mayCompose} />
        ) : (
          <Card id="published" title="Published" padded={false}>
            <div className="hidden md:block">
              <BriefingTable briefings={page.briefings} />
            </div>
            <div className="md:hidden">
              <BriefingCards briefings={page.briefings} />
            </div>
          </Card>
        )}
        <PageLinks
          newest={after === undefined ? null : briefingsPath(whole)}
          older={page.next && briefingsPath({ ...filter, after: page.next })}
        />
      </div>
    </>
  )
}
