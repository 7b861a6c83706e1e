import type { Metadata } from 'next'
import { BandTable } from '@/components/method/band-table'
import { found } from '@/components/method/found'
import { ParameterTable } from '@/components/method/parameter-table'
import { MethodSection } from '@/components/method/section'
import { VerificationSection } from '@/components/method/verification-section'
import { VersionFacts } from '@/components/method/version-facts'
import { VersionChanges } from '@/components/method/versions-section'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { getVersion } from '@/lib/method/queries'

interface VersionProps {
  params: Promise<{ id: string }>
}

const idOf = async ({ params }: VersionProps) => decodeURIComponent((await params).id)

export async function generateMetadata(props: VersionProps): Promise<Metadata> {
  return { title: `Method ${await idOf(props)}` }
}

/** One published version of the method: every parameter, and what it changed. */
export default async function VersionPage(props: VersionProps) {
  const id = await idOf(props)
  const viewer = await viewerOrSignIn(`/method/versions/${encodeURIComponent(id)}`)
  const version = await found(getVersion(viewer, id))
  const { parameters, hash, inUse, before } = version
  return (
    <>
      <PageHeader
        trail={[{ href: '/method', label: 'Method' }]}
        title={
          <span className="flex flex-wrap items-center gap-3">
            Version {id} {inUse ? <Badge tone="success">In use</Badge> : <Badge>Not in use</Badge>}
          </span>
        }
        actions={
          may(viewer, 'method:draft') && (
            <LinkButton href={`/method/drafts/new?from=${encodeURIComponent(id)}`}>Draft from this version</LinkButton>
          )
        }
      />
      <div className="mb-8 flex flex-col gap-1.5">
        <VersionFacts version={version} />
      </div>
      <div className="max-w-4xl">
        <MethodSection id="changes" title={before === null ? 'Changes' : `Changes against ${before.id}`}>
          <VersionChanges version={version} />
        </MethodSection>
        <ParameterTable parameters={parameters} hash={hash} title="Every parameter" />
        <MethodSection id="bands" title="Bands">
          <BandTable parameters={parameters} />
        </MethodSection>
        <VerificationSection parameters={parameters} />
      </div>
    </>
  )
}
