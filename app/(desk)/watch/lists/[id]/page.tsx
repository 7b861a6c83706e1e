import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { ArchiveListButton } from '@/components/watch/archive-list-button'
import { listPath, NEW_RULE_PATH, pairName, rulePath, WATCH_PATH } from '@/components/watch/condition-words'
import { HistoryList } from '@/components/watch/history-list'
import { ListForm } from '@/components/watch/list-form'
import { listWeekPath } from '@/components/weeks/week-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { listDyadIds } from '@/lib/incidents/queries'
import { orNotFound } from '@/lib/watch/or-not-found'
import { getWatchlist } from '@/lib/watch/queries'
import { isWatchId } from '@/lib/watch/schema'

export const metadata: Metadata = { title: 'Watchlist' }

interface PageProps {
  params: Promise<{ id: string }>
}

/** A watchlist: its dyads, the rules that look through it, and who changed it. */
export default async function WatchlistPage({ params }: PageProps) {
  const { id } = await params
  if (!isWatchId(id)) notFound()
  const viewer = await viewerOrSignIn(listPath(id))
  const [list, dyadIds] = await Promise.all([getWatchlist(viewer, id).catch(orNotFound), listDyadIds(viewer)])
  if (!list) notFound()
  return (
    <>
      <PageHeader
        title={list.name}
        lead={`${list.scope === 'team' ? 'A list of the team' : 'A list of your own'}${list.archived ? ', archived' : ''}.`}
        trail={[{ href: WATCH_PATH, label: 'Watch' }]}
        actions={
          <>
            <LinkButton href={listWeekPath(id)}>Its week</LinkButton>
            {!list.archived && <LinkButton href={`${NEW_RULE_PATH}?list=${id}`}>New rule over it</LinkButton>}
            {list.mayChange && <ArchiveListButton list={list} />}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-5">
          <Card id="dyads" title="Dyads" padded={false}>
            <ul>
              {list.members.map(({ dyadId, since }) => (
                <li
                  key={dyadId}
                  data-row=""
                  className="flex flex-wrap gap-x-3 border-b px-4 py-2 text-sm last:border-b-0"
                >
                  <Link href={`/dyads/${dyadId}`} className="font-medium hover:underline">
                    {pairName(dyadId)}
                  </Link>
                  <span className="text-xs text-muted">watched since {formatDay(dayOf(since.slice(0, 10)))}</span>
                </li>
              ))}
            </ul>
          </Card>
          {list.mayChange && !list.archived && (
            <Card id="change" title="Change it">
              <ListForm list={list} dyadIds={dyadIds} mayTeam={false} />
            </Card>
          )}
          {!list.mayChange && list.note && <p className="max-w-prose text-sm">{list.note}</p>}
        </div>
        <div className="min-w-0 space-y-5">
          <Card id="rules" title="Rules over it">
            {list.rules.length === 0 ? (
              <p className="text-sm text-muted">No rule looks through this list.</p>
            ) : (
              <ul className="space-y-1 text-sm">
                {list.rules.map((rule) => (
                  <li key={rule.id}>
                    <Link href={rulePath(rule.id)} className="link">
                      {rule.name}
                    </Link>{' '}
                    <span className="text-xs text-muted">{rule.status}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card id="history" title="History">
            <HistoryList history={list.history} />
          </Card>
        </div>
      </div>
    </>
  )
}
