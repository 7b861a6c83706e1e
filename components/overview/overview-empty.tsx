import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** The overview before anything was logged. */
export function OverviewEmpty({ canLog }: { canLog: boolean }) {
  return (
    <EmptyState
      title="No dyads yet"
      actions={
        <>
          {canLog && (
            <LinkButton href="/incidents/new" variant="primary">
              Log the first incident
            </LinkButton>
          )}
          <LinkButton href="/codebook" variant={canLog ? 'quiet' : 'secondary'}>
            Read the codebook
          </LinkButton>
        </>
      }
    >
      <p>
        A dyad appears here with its first approved incident: its tension, what drove it, and half a year of weeks.
        {!canLog && ' Your role reads; an analyst logs incidents.'}
      </p>
    </EmptyState>
  )
}
