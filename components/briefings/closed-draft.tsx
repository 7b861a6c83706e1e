'use client'

import { useRouter } from 'next/navigation'
import { BRIEFINGS_PATH, briefingPath } from '@/components/briefings/briefing-words'
import { Instant } from '@/components/incidents/detail/instant'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { useSettled } from '@/components/watch/use-settled'
import { archiveDraftAction } from '@/lib/briefings/actions'
import type { DraftView } from '@/lib/briefings/views'

/** A draft that takes in nothing any more: put aside, from where it can come back, or published. */
export function ClosedDraft({ draft, title }: { draft: DraftView; title: string }) {
  const router = useRouter()
  const { failure, pending, run } = useSettled()
  const { id, revision: baseRevision, publishedAs, updatedAt, updatedBy } = draft
  const bringBack = () =>
    run(
      () => archiveDraftAction({ id, baseRevision, archived: false }),
      () => router.refresh(),
    )
  return (
    <>
      <PageHeader title={title} trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]} />
      {failure && <Callout tone="danger" role="alert" title={failure.message} className="mb-4" />}
      {publishedAs === null ? (
        <EmptyState
          title="This draft is archived."
          actions={
            <Button disabled={pending} onClick={bringBack}>
              Bring it back
            </Button>
          }
        >
          <p>
            {updatedBy} put it aside on <Instant at={updatedAt} />. Nothing of it is lost.
          </p>
        </EmptyState>
      ) : (
        <EmptyState
          title={`This draft was published as ${publishedAs}.`}
          actions={<LinkButton href={briefingPath(publishedAs)}>Open briefing {publishedAs}</LinkButton>}
        >
          <p>It does not change any more. A newer briefing can replace it.</p>
        </EmptyState>
      )}
    </>
  )
}
