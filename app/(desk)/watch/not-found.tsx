import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What is said of a list or a rule that is not there, or is somebody else's own. */
export default function WatchNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState title="There is no such list or rule for you" actions={<LinkButton href="/watch">Watch</LinkButton>}>
        <p>The link may be mistyped, or it is somebody’s own.</p>
      </EmptyState>
    </>
  )
}
