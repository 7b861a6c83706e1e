import type { Metadata } from 'next'
import { AgreementCards } from '@/components/samples/agreement/agreement-cards'
import { SampleChooser } from '@/components/samples/agreement/sample-chooser'
import { NotForRole } from '@/components/samples/not-for-role'
import { agreementPath, samplesCsvPath } from '@/components/samples/sample-path'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { isDeskError } from '@/lib/errors'
import { currentMethod } from '@/lib/method/queries'
import { agreementReport, listSamples } from '@/lib/samples/queries'
import type { ReportOptions } from '@/lib/samples/report'
import { type AgreementReport, BREAKDOWNS } from '@/lib/samples/report-views'
import { isSampleId } from '@/lib/samples/schema'

export const metadata: Metadata = { title: 'Agreement' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Asked = { report: AgreementReport } | { refusal: string }

/** The report, or why it is not for the viewer: what they may not see yet is no error of theirs. */
async function askedReport(viewer: Viewer, ids: string[], options: ReportOptions): Promise<Asked> {
  try {
    return { report: await agreementReport(viewer, ids, options) }
  } catch (error) {
    if (isDeskError(error)) return { refusal: error.message }
    throw error
  }
}

/** How well coders agree, in the samples that the address names. */
export default async function AgreementPage({ searchParams }: PageProps) {
  const { sample, by: asked, pair: askedPair } = await searchParams
  const named = [sample ?? []].flat().filter(isSampleId)
  const by = BREAKDOWNS.find((name) => name === asked) ?? null
  const [first, second] = [askedPair ?? []].flat().filter(isSampleId)
  const pair = first && second ? ([first, second] as const) : null
  const viewer = await viewerOrSignIn(agreementPath(named, by, pair))
  if (!may(viewer, 'agreement:read'))
    return <NotForRole title="Agreement" role={viewer.role} who="analysts and reviewers" />
  const { rows } = await listSamples(viewer)
  const readable = rows.filter(({ mine, status }) => !(mine && status === 'open'))
  const ids = named.length > 0 ? named : readable.slice(0, 1).map(({ id }) => id)
  const [result, { parameters }] = await Promise.all([askedReport(viewer, ids, { by, pair }), currentMethod(viewer)])
  return (
    <>
      <PageHeader
        title="Agreement"
        lead="How far the team’s codes can be relied on: how well coders agree who did not see each other’s codings."
        trail={[{ href: '/samples', label: 'Samples' }]}
        actions={
          'report' in result &&
          ids.length > 0 && (
            <>
              {/* No LinkButton: it would fetch the file, and note an export, before anybody asks for it. */}
              <a className="link text-sm" href={samplesCsvPath('agreement', ids, by)} download>
                Figures, CSV
              </a>
              <a className="link text-sm" href={samplesCsvPath('codings', ids)} download>
                Codings, CSV
              </a>
            </>
          )
        }
      />
      {readable.length === 0 && named.length === 0 ? (
        <EmptyState title="Nothing to compare yet" actions={<LinkButton href="/samples">All samples</LinkButton>}>
          <p>Agreement is shown once a sample is coded; those who code in one see it when it is closed.</p>
        </EmptyState>
      ) : (
        <div className="space-y-5">
          <SampleChooser samples={readable} chosen={ids} by={by} />
          {'refusal' in result ? (
            <Callout tone="warning" title={result.refusal} />
          ) : (
            <AgreementCards
              report={result.report}
              assumed={parameters.rungError}
              mayDraft={may(viewer, 'method:draft')}
            />
          )}
        </div>
      )}
    </>
  )
}
