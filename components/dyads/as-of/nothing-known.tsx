import { momentWords } from '@/components/dyads/as-of/moment-words'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { codesOf } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'

/** A dyad at a moment when nothing of it was known yet. */
export function NothingKnown({ address, at }: { address: DyadAddress; at: string }) {
  return (
    <>
      <PageHeader
        trail={[{ href: '/', label: 'Overview' }]}
        title={codesOf(address.dyadId).map(countryName).join(' – ')}
      />
      <EmptyState
        title={`Nothing counted here as of ${momentWords(at)}.`}
        actions={
          <LinkButton href={dyadPath({ ...address, asOf: undefined, week: undefined, after: undefined })}>
            Back to now
          </LinkButton>
        }
      >
        <p>No incident of this dyad had been approved by then, and no week had been checked.</p>
      </EmptyState>
    </>
  )
}
