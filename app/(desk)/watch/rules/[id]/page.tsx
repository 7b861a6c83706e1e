import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Instant } from '@/components/incidents/detail/instant'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { PageLinks } from '@/components/ui/page-links'
import { AlertList } from '@/components/watch/alert-list'
import { conditionWords, rulePath, WATCH_PATH, whereWords } from '@/components/watch/condition-words'
import { HistoryList } from '@/components/watch/history-list'
import { RuleForm } from '@/components/watch/rule-form'
import { RuleSwitches } from '@/components/watch/rule-switches'
import { WebhookNote } from '@/components/watch/webhook-note'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listDyadIds } from '@/lib/incidents/queries'
import { orNotFound } from '@/lib/watch/or-not-found'
import { alertsOfRule, getRule, listWatchlists, watchChannels } from '@/lib/watch/queries'
import { isWatchId } from '@/lib/watch/schema'

export const metadata: Metadata = { title: 'Watch rule' }

interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A rule: whether it is on, how it would have done, what it has told, and who changed it. */
export default async function RulePage({ params, searchParams }: PageProps) {
  const { id } = await params
  if (!isWatchId(id)) notFound()
  const { after } = await searchParams
  const viewer = await viewerOrSignIn(rulePath(id))
  const rule = await getRule(viewer, id).catch(orNotFound)
  if (!rule) notFound()
  const [alerts, dyadIds, lists, channels] = await Promise.all([
    alertsOfRule(viewer, id, typeof after === 'string' ? after : undefined),
    listDyadIds(viewer),
    listWatchlists(viewer),
    watchChannels(viewer),
  ])
  const sends = rule.webhookUrl !== null || rule.failures.length > 0
  return (
    <>
      <PageHeader
        title={rule.name}
        lead={`When ${conditionWords(rule.condition)}, in ${whereWords(rule)}. ${rule.scope === 'team' ? 'A rule of the team.' : 'A rule of your own.'}`}
        trail={[{ href: WATCH_PATH, label: 'Watch' }]}
      />
      <div className="mb-5 space-y-1">
        <RuleSwitches rule={rule} />
        {rule.activeSince && (
          <p className="text-xs text-muted">
            On since <Instant at={rule.activeSince} />: it tells of what happens from then on.
          </p>
        )}
      </div>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <div className="min-w-0 space-y-5">
          {rule.mayChange && rule.status !== 'archived' && (
            <RuleForm
              rule={rule}
              dyadIds={dyadIds}
              lists={lists}
              channels={channels}
              mayTeam={false}
              unpublished={may(viewer, 'incident:read-unpublished')}
            />
          )}
        </div>
        <div className="min-w-0 space-y-5">
          <Card id="alerts" title="What it has told" padded={false}>
            {alerts.rows.length === 0 ? (
              <p className="px-4 py-6 text-sm text-muted">
                {rule.status === 'on' ? 'Nothing yet.' : 'Nothing: it is not on.'}
              </p>
            ) : (
              <AlertList alerts={alerts.rows} label="Alerts of this rule, newest first" ofRule />
            )}
            <PageLinks
              newest={after ? rulePath(id) : null}
              older={alerts.next && `${rulePath(id)}?after=${encodeURIComponent(alerts.next)}`}
              inCard
            />
          </Card>
          {sends && (
            <Card id="sending" title="Sending">
              <WebhookNote rule={rule} />
            </Card>
          )}
          <Card id="history" title="History">
            <HistoryList history={rule.history} />
          </Card>
        </div>
      </div>
    </>
  )
}
