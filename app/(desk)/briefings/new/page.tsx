import type { Metadata } from 'next'
import { BRIEFINGS_PATH, NEW_BRIEFING_PATH } from '@/components/briefings/briefing-words'
import { NewBriefingForm } from '@/components/briefings/new-briefing-form'
import { NotForRole } from '@/components/briefings/not-for-role'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { BRIEFING_KINDS } from '@/lib/briefings/model/terms'
import { listTemplates } from '@/lib/briefings/queries'
import { lastCoveredWeek } from '@/lib/briefings/starting'
import { isWeekId, weekIdOf } from '@/lib/core/calendar'
import { listDyadIds } from '@/lib/incidents/queries'

export const metadata: Metadata = { title: 'New briefing' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A briefing in the making; `?kind=`, `?dyad=` and `?week=` say what it tells of. */
export default async function NewBriefingPage({ searchParams }: PageProps) {
  const { dyad, week, kind } = await searchParams
  const viewer = await viewerOrSignIn(NEW_BRIEFING_PATH)
  if (!may(viewer, 'briefing:compose')) return <NotForRole title="Briefings are composed by analysts." />
  const dyadIds = await listDyadIds(viewer)
  const asked = typeof week === 'string' && isWeekId(week) ? week : weekIdOf(await lastCoveredWeek(viewer))
  const templates = (await listTemplates(viewer)).filter(({ archived }) => !archived)
  return (
    <>
      <PageHeader
        title="New briefing"
        lead="The record is read as it is known now, and kept with the draft until you refresh it."
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
      />
      {dyadIds.length === 0 ? (
        <EmptyState
          title="There is no dyad yet."
          actions={<LinkButton href="/incidents/new">Log an incident</LinkButton>}
        >
          <p>A dyad appears with its first approved incident or weekly check.</p>
        </EmptyState>
      ) : (
        <NewBriefingForm
          start={{
            kind: BRIEFING_KINDS.find((one) => one === kind) ?? 'weekly',
            dyadIds: dyadIds.filter((id) => id === dyad),
            fromWeek: asked,
            toWeek: asked,
          }}
          dyadIds={dyadIds}
          templates={templates}
        />
      )}
    </>
  )
}
