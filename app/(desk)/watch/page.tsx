import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { Tabs } from '@/components/ui/tabs'
import { AlertList } from '@/components/watch/alert-list'
import { NEW_RULE_PATH, WATCH_PATH } from '@/components/watch/condition-words'
import { ListForm } from '@/components/watch/list-form'
import { ListList } from '@/components/watch/list-list'
import { RuleList } from '@/components/watch/rule-list'
import { WatchKeys } from '@/components/watch/watch-keys'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listDyadIds } from '@/lib/incidents/queries'
import { type AlertShow, countAlerts, listAlerts, listRules, listWatchlists } from '@/lib/watch/queries'

export const metadata: Metadata = { title: 'Watch' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const NOTHING: Readonly<Record<AlertShow, string>> = {
  open: 'Nothing waits for you to take note of it.',
  snoozed: 'You have snoozed nothing.',
  all: 'No rule has told you anything yet.',
}

/** What the rules have told the reader, the rules, and the lists that they look through. */
export default async function WatchPage({ searchParams }: PageProps) {
  const viewer = await viewerOrSignIn(WATCH_PATH)
  const asked = await searchParams
  const show: AlertShow = asked.show === 'all' || asked.show === 'snoozed' ? asked.show : 'open'
  const after = typeof asked.after === 'string' ? asked.after : undefined
  const [alerts, counts, rules, lists, dyadIds] = await Promise.all([
    listAlerts(viewer, { show, after }),
    countAlerts(viewer),
    listRules(viewer),
    listWatchlists(viewer),
    listDyadIds(viewer),
  ])
  const pathOf = (to: AlertShow, cursor?: string) => {
    const query = new URLSearchParams({ ...(to === 'open' ? {} : { show: to }), ...(cursor ? { after: cursor } : {}) })
    return query.size > 0 ? `${WATCH_PATH}?${query}` : WATCH_PATH
  }
  const [kept, archived] = [rules.filter(({ status }) => status !== 'archived'), rules.filter(isArchived)]
  return (
    <>
      <WatchKeys />
      <PageHeader
        title="Watch"
        lead="What you want to be told of, and what you were told."
        actions={
          <LinkButton href={NEW_RULE_PATH} variant="primary">
            New rule
          </LinkButton>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <Card id="alerts" title="Alerts" padded={false} className="min-w-0">
          <div className="px-4">
            <Tabs
              label="Alerts"
              items={[
                { href: pathOf('open'), label: 'Open', current: show === 'open', count: counts.open },
                { href: pathOf('snoozed'), label: 'Snoozed', current: show === 'snoozed', count: counts.snoozed },
                { href: pathOf('all'), label: 'All', current: show === 'all' },
              ]}
            />
          </div>
          {alerts.rows.length === 0 ? (
            <p className="px-4 py-6 text-sm text-muted">
              {rules.length === 0 ? 'Make a rule, try it on the record and switch it on.' : NOTHING[show]}
            </p>
          ) : (
            <AlertList alerts={alerts.rows} label="Alerts, newest first" />
          )}
          <PageLinks newest={after ? pathOf(show) : null} older={alerts.next && pathOf(show, alerts.next)} inCard />
        </Card>
        <div className="min-w-0 space-y-5">
          <Card id="rules" title="Rules" padded={false}>
            {kept.length === 0 ? (
              <p className="px-4 py-6 text-sm text-muted">
                No rule yet. A rule says when you are told: a band, a move, an incident, a first, a silence.
              </p>
            ) : (
              <RuleList rules={kept} />
            )}
            {archived.length > 0 && (
              <details className="border-t">
                <summary className="px-4 py-2 text-xs font-medium text-muted">Archived ({archived.length})</summary>
                <RuleList rules={archived} />
              </details>
            )}
          </Card>
          <Card id="lists" title="Watchlists" padded={false}>
            {lists.length === 0 ? (
              <p className="px-4 py-6 text-sm text-muted">
                No list yet. A rule can look at all dyads of a list at once.
              </p>
            ) : (
              <ListList lists={lists} />
            )}
          </Card>
          <Card id="new-list" title="New watchlist">
            <ListForm dyadIds={dyadIds} mayTeam={may(viewer, 'watch:team')} />
          </Card>
        </div>
      </div>
    </>
  )
}

const isArchived = ({ status }: { status: string }): boolean => status === 'archived'
