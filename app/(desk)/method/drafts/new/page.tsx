import type { Metadata } from 'next'
import { DraftDesk } from '@/components/method/draft/draft-desk'
import { ForReviewers } from '@/components/method/for-reviewers'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { fieldsOf } from '@/lib/method/draft-fields'
import { listVersions, previewChoices } from '@/lib/method/queries'

export const metadata: Metadata = { title: 'New draft of the method' }

interface Props {
  searchParams: Promise<{ from?: string | string[] }>
}

/** A method in the making that is not stored yet; `?from=` names the version that it starts from. */
export default async function NewDraftPage({ searchParams }: Props) {
  const viewer = await viewerOrSignIn('/method/drafts/new')
  if (!may(viewer, 'method:draft')) return <ForReviewers />
  const { from } = await searchParams
  const [versions, choices] = await Promise.all([listVersions(viewer), previewChoices(viewer)])
  const base = versions.find(({ id }) => id === from) ?? versions[0]
  const fields = fieldsOf({ title: '', note: '', basedOn: base.id, parameters: base.parameters })
  return (
    <>
      <PageHeader
        trail={[{ href: '/method', label: 'Method' }]}
        title="New draft"
        lead="A draft changes no score until an admin publishes it."
      />
      <DraftDesk
        key={base.id}
        start={{ id: 'new', revision: 0, fields }}
        versions={versions.map(({ id, parameters }) => ({ id, parameters }))}
        mayPublish={may(viewer, 'method:publish')}
        choices={choices}
      />
    </>
  )
}
