import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { NEW_RULE_PATH, WATCH_PATH } from '@/components/watch/condition-words'
import type { RuleFields } from '@/components/watch/rule-fields'
import { RuleForm } from '@/components/watch/rule-form'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listDyadIds } from '@/lib/incidents/queries'
import { listWatchlists, watchChannels } from '@/lib/watch/queries'

export const metadata: Metadata = { title: 'New rule' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A rule in the making; `?list=` or `?dyad=` says where it looks. */
export default async function NewRulePage({ searchParams }: PageProps) {
  const { list, dyad } = await searchParams
  const viewer = await viewerOrSignIn(NEW_RULE_PATH)
  const [dyadIds, lists, channels] = await Promise.all([
    listDyadIds(viewer),
    listWatchlists(viewer),
    watchChannels(viewer),
  ])
  const through = lists.find(({ id }) => id === list)
  const start: Partial<RuleFields> = through
    ? { reach: 'list', listId: through.id, scope: may(viewer, 'watch:team') ? through.scope : 'own' }
    : { dyadId: dyadIds.find((id) => id === dyad) ?? null }
  return (
    <>
      <PageHeader
        title="New rule"
        lead="It is saved switched off. Try it on the record first."
        trail={[{ href: WATCH_PATH, label: 'Watch' }]}
      />
      <RuleForm
        rule={null}
        start={start}
        dyadIds={dyadIds}
        lists={lists}
        channels={channels}
        mayTeam={may(viewer, 'watch:team')}
        unpublished={may(viewer, 'incident:read-unpublished')}
      />
    </>
  )
}
