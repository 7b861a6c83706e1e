import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClosedDraft } from '@/components/method/draft/closed-draft'
import { DraftDesk } from '@/components/method/draft/draft-desk'
import { ForReviewers } from '@/components/method/for-reviewers'
import { found } from '@/components/method/found'
import { byWords, DayOfInstant } from '@/components/method/published-words'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { fieldsOf } from '@/lib/method/draft-fields'
import { getDraft, listVersions, previewChoices } from '@/lib/method/queries'
import { isDraftId } from '@/lib/method/schema'

export const metadata: Metadata = { title: 'Draft of the method' }

interface DraftProps {
  params: Promise<{ id: string }>
}

/** A draft of the method: its form while it is open, and what became of it after. */
export default async function DraftPage({ params }: DraftProps) {
  const { id } = await params
  const viewer = await viewerOrSignIn(`/method/drafts/${encodeURIComponent(id)}`)
  if (!may(viewer, 'method:draft')) return <ForReviewers />
  if (!isDraftId(id)) notFound()
  const draft = await found(getDraft(viewer, id))
  const [versions, choices] = await Promise.all([listVersions(viewer), previewChoices(viewer)])
  const { title, basedOn, createdAt, createdBy, updatedAt, updatedBy, revision, status } = draft
  const base = versions.find((version) => version.id === basedOn) ?? versions[0]
  return (
    <>
      <PageHeader
        trail={[{ href: '/method', label: 'Method' }]}
        title={title}
        lead={
          <p>
            Drafted from version {basedOn} on <DayOfInstant at={createdAt} /> {byWords(createdBy)}
            {revision > 1 && (
              <>
                , last saved on <DayOfInstant at={updatedAt} /> {byWords(updatedBy)}
              </>
            )}
            .
          </p>
        }
      />
      {status === 'open' ? (
        <DraftDesk
          key={id}
          start={{ id, revision, fields: fieldsOf(draft) }}
          versions={versions.map((version) => ({ id: version.id, parameters: version.parameters }))}
          mayPublish={may(viewer, 'method:publish')}
          choices={choices}
        />
      ) : (
        <ClosedDraft draft={draft} base={base.parameters} />
      )}
    </>
  )
}
