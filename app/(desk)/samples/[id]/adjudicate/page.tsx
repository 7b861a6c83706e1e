import type { Metadata } from 'next'
import { AdjudicateDesk } from '@/components/samples/adjudicate/adjudicate-desk'
import { NotForRole } from '@/components/samples/not-for-role'
import { adjudicatePath, samplePath } from '@/components/samples/sample-path'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatPlural } from '@/lib/format'
import { adjudicationOf } from '@/lib/samples/queries'
import type { Adjudication } from '@/lib/samples/views'
import { askedUnit, orNotFound, type SampleParams, sampleIdOf } from '../../sample-params'

export const metadata: Metadata = { title: 'Resolve disagreements' }

/** Why there is nothing to resolve. */
function nothingWords({ compared, withheld, mine }: Adjudication): { title: string; words: string } {
  if (withheld > 0) {
    const shown = 'How others coded what you code yourself is shown once'
    return mine
      ? { title: 'You code in this sample', words: `${shown} it is closed.` }
      : { title: 'You code these incidents in another sample', words: `${shown} that one is closed.` }
  }
  if (compared === 0) {
    const words = 'Units are compared here as soon as two coders have handed them in.'
    return { title: 'Nothing to compare yet', words }
  }
  const words = `All ${formatPlural(compared, 'unit')} that two coders handed in are coded alike, as the record has them.`
  return { title: 'No disagreements', words }
}

/** The units whose codings differ, side by side, resolved one after the other. */
export default async function AdjudicatePage({ params, searchParams }: SampleParams) {
  const id = await sampleIdOf(params)
  const asked = askedUnit((await searchParams).unit)
  const viewer = await viewerOrSignIn(adjudicatePath(id, asked))
  if (!may(viewer, 'sample:manage')) return <NotForRole title="Disagreements" role={viewer.role} who="reviewers" />
  const adjudication = await orNotFound(adjudicationOf(viewer, id, asked))
  const { title, unit, disagreements, compared, withheld, mine } = adjudication
  const left = disagreements.filter(({ resolved }) => resolved === null).length
  const nothing = nothingWords(adjudication)
  return (
    <>
      <PageHeader
        title="Disagreements"
        lead={
          unit
            ? `${disagreements.length} of ${formatPlural(compared, 'unit')} compared, ${left} to resolve.${
                withheld > 0 ? ` ${withheld} that you code ${mine ? '' : 'elsewhere '}yourself are left out.` : ''
              }`
            : undefined
        }
        trail={[
          { href: '/samples', label: 'Samples' },
          { href: samplePath(id), label: title },
        ]}
      />
      {unit ? (
        <AdjudicateDesk adjudication={adjudication} unit={unit} login={viewer.login} />
      ) : (
        <EmptyState title={nothing.title} actions={<LinkButton href={samplePath(id)}>The sample</LinkButton>}>
          <p>{nothing.words}</p>
        </EmptyState>
      )}
    </>
  )
}
