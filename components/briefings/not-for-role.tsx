import { BRIEFINGS_PATH } from '@/components/briefings/briefing-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

interface NotForRoleProps {
  /** What is kept from the reader, and for whom it is. */
  title: string
}

/** What a page of composing, templates or schedules shows to those whose role may not. */
export function NotForRole({ title }: NotForRoleProps) {
  return (
    <>
      <PageHeader title="Not for you" trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]} />
      <EmptyState title={title} actions={<LinkButton href={BRIEFINGS_PATH}>Published briefings</LinkButton>}>
        <p>What is published is for everybody on this desk.</p>
      </EmptyState>
    </>
  )
}
