import type { Metadata } from 'next'
import { filterChips } from '@/components/incidents/list/filter-words'
import { CloseButton } from '@/components/samples/close-button'
import { CodersProgress } from '@/components/samples/coder-progress'
import { ManageCoders } from '@/components/samples/manage-coders'
import { NotForRole } from '@/components/samples/not-for-role'
import { SampleFacts } from '@/components/samples/sample-facts'
import { leftOf } from '@/components/samples/sample-list'
import { adjudicatePath, agreementPath, codePath, samplePath } from '@/components/samples/sample-path'
import { UnitTable } from '@/components/samples/unit-table'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatPlural } from '@/lib/format'
import { listAuthors } from '@/lib/incidents/queries'
import { codersToChoose, getSample } from '@/lib/samples/queries'
import type { SampleView } from '@/lib/samples/views'
import { orNotFound, type SampleParams, sampleIdOf } from '../sample-params'

export const metadata: Metadata = { title: 'Sample' }

/** How many units two or more coders handed in, and in how many of them they differ from each other or the record. */
function comparedWords(units: NonNullable<SampleView['unitList']>): string {
  const compared = units.filter(({ codedBy }) => codedBy.length >= 2)
  const known = compared.filter(({ difference }) => difference !== null)
  if (known.length < compared.length) return 'The codings are shown once the sample is closed'
  const differing = known.filter(({ difference }) => difference !== 'none').length
  return `${formatPlural(compared.length, 'unit')} coded by two or more, ${differing} of them to be looked at`
}

/** A sample: how it was drawn, how far its coders are, and how they coded. */
export default async function SamplePage({ params }: SampleParams) {
  const id = await sampleIdOf(params)
  const viewer = await viewerOrSignIn(samplePath(id))
  if (!may(viewer, 'agreement:read'))
    return <NotForRole title="Sample" role={viewer.role} who="analysts and reviewers" />
  const [sample, authors] = await Promise.all([orNotFound(getSample(viewer, id)), listAuthors(viewer)])
  const { title, status, units, coders, mine, unitList } = sample
  const choices = may(viewer, 'sample:manage') && status === 'open' ? await codersToChoose(viewer) : null
  const left = leftOf(sample, viewer.accountId)
  const manages = may(viewer, 'sample:manage')
  const blind = mine && status === 'open'
  const missing = coders.reduce((sum, { done, excused }) => sum + (excused ? 0 : units - done), 0)
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            {status === 'open' ? <Badge tone="warning">Open</Badge> : <Badge>Closed</Badge>}
            <span className="text-sm">{formatPlural(units, 'unit')}</span>
          </span>
        }
        trail={[{ href: '/samples', label: 'Samples' }]}
        actions={
          <>
            {left > 0 && (
              <LinkButton href={codePath(id)} variant="primary">
                Code {left === units ? 'it' : `the ${left} left`}
              </LinkButton>
            )}
            {!blind && <LinkButton href={agreementPath([id])}>Agreement</LinkButton>}
            {manages && !blind && <LinkButton href={adjudicatePath(id)}>Disagreements</LinkButton>}
            {manages && status === 'open' && <CloseButton sampleId={id} left={missing} />}
          </>
        }
      />
      <div className="space-y-5">
        <Card id="coders" title="Coders">
          <CodersProgress coders={coders} units={units} />
          {choices && <ManageCoders sampleId={id} units={units} coders={coders} choices={choices} />}
        </Card>
        <SampleFacts sample={sample} filter={filterChips(sample.filter, authors).map(({ words }) => words)} />
        {unitList && (
          <Card id="units" title="Units" lead={comparedWords(unitList)} padded={false}>
            <UnitTable units={unitList} coders={coders} />
          </Card>
        )}
      </div>
    </>
  )
}
