import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What is said of a sample that is not there, or not the viewer's to code. */
export default function SampleNotFound() {
  return (
    <>
      <PageHeader title="No such sample" />
      <EmptyState
        title="There is no such sample for you"
        actions={<LinkButton href="/samples">All samples</LinkButton>}
      >
        <p>The link may be mistyped, or others were asked to code it.</p>
      </EmptyState>
    </>
  )
}
