import { codePath } from '@/components/samples/sample-path'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'

/** What is said of an incident that the viewer is to code anew, before they have: with the way to do it. */
export function CodingFirst({ owed: { id, sampleId, ordinal } }: CodingFirstProps) {
  return (
    <>
      <PageHeader title={id} trail={[{ href: '/incidents', label: 'Incidents' }]} />
      <EmptyState
        title="You are coding this incident in a sample"
        actions={
          <LinkButton href={codePath(sampleId, ordinal)} variant="primary">
            Code it
          </LinkButton>
        }
      >
        <p>Hand in your coding first. How the record codes it, and what was said of it, is shown after that.</p>
      </EmptyState>
    </>
  )
}

interface CodingFirstProps {
  owed: { id: string; sampleId: string; ordinal: number }
}
