import type { Metadata } from 'next'
import { MethodContents } from '@/components/method/contents'
import { DraftsSection } from '@/components/method/drafts-section'
import { EdgeCases } from '@/components/method/edge-cases'
import { ExampleSection } from '@/components/method/example-section'
import { FadingSection } from '@/components/method/fading-section'
import { LimitsSection } from '@/components/method/limits-section'
import { ParameterTable } from '@/components/method/parameter-table'
import { PartsSection } from '@/components/method/parts-section'
import { PointsSection } from '@/components/method/points-section'
import { byWords, DayOfInstant } from '@/components/method/published-words'
import { ReferencesSection } from '@/components/method/references-section'
import { RemakeProgress } from '@/components/method/remake-progress'
import { ScoreSection } from '@/components/method/score-section'
import { MethodSection, Prose } from '@/components/method/section'
import { UncertaintySection } from '@/components/method/uncertainty-section'
import { VerificationSection } from '@/components/method/verification-section'
import { VersionsSection } from '@/components/method/versions-section'
import { WeeksSection } from '@/components/method/weeks-section'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { formatPoints } from '@/lib/format'
import { listDrafts, listVersions } from '@/lib/method/queries'
import { remakeProgress } from '@/lib/method/remake'

export const metadata: Metadata = { title: 'Method' }

/** Every formula and every parameter of the score, from the same data that the score reads. */
export default async function MethodPage() {
  const viewer = await viewerOrSignIn('/method')
  const [versions, progress] = await Promise.all([listVersions(viewer), remakeProgress(viewer)])
  const mayDraft = may(viewer, 'method:draft')
  const drafts = mayDraft ? await listDrafts(viewer) : null
  const { id, parameters, hash, reason, publishedAt, by } = versions[0]
  return (
    <>
      <PageHeader
        title="Method"
        lead={
          <p>
            Version {id}, parameters <code className="font-mono text-sm">{hash}</code>, published{' '}
            <DayOfInstant at={publishedAt} /> {byWords(by)}. {reason} Every figure on this page is computed from the
            parameters in use.
          </p>
        }
        actions={mayDraft && <LinkButton href="/method/drafts/new">New draft</LinkButton>}
      />
      <RemakeProgress progress={progress} mayRemake={may(viewer, 'method:publish')} />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[10rem_minmax(0,1fr)]">
        <MethodContents mayDraft={mayDraft} />
        <div className="min-w-0 max-w-4xl">
          <MethodSection id="short" title="In short">
            <Prose>
              Each incident between two countries is worth points: by how grave it is, how well it is known, and how
              long ago it was. The points of the two countries are added up; hostile acts raise the sum, easing acts
              lower it. The sum is put on a scale from −100 to 100 on which {formatPoints(parameters.anchor)} fresh,
              confirmed incidents of the gravest kind make 50. Without new incidents the score falls by itself, as the
              old ones fade.
            </Prose>
            <Prose>
              So every score can be taken apart again, down to each incident and its sources, and anyone with the record
              and this page can compute it.
            </Prose>
          </MethodSection>
          <PointsSection parameters={parameters} />
          <VerificationSection parameters={parameters} />
          <FadingSection parameters={parameters} />
          <ScoreSection parameters={parameters} />
          <ExampleSection parameters={parameters} />
          <PartsSection parameters={parameters} />
          <WeeksSection />
          <UncertaintySection parameters={parameters} />
          <EdgeCases parameters={parameters} />
          <ParameterTable parameters={parameters} hash={hash} />
          <VersionsSection versions={versions} />
          {drafts && <DraftsSection drafts={drafts} />}
          <LimitsSection parameters={parameters} />
          <ReferencesSection />
        </div>
      </div>
    </>
  )
}
