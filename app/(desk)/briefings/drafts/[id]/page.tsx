import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draftPath } from '@/components/briefings/briefing-words'
import { ClosedDraft } from '@/components/briefings/closed-draft'
import { Composer } from '@/components/briefings/composer'
import { composition } from '@/components/briefings/composition'
import { NotForRole } from '@/components/briefings/not-for-role'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listTemplates, renderingOfDraft } from '@/lib/briefings/queries'
import { EXPORT_FORMATS } from '@/lib/briefings/render/formats'
import { isRowId } from '@/lib/briefings/schema'
import { recordChangesSince } from '@/lib/briefings/starting'
import { foundOrRefused } from '../../asked'

export const metadata: Metadata = { title: 'Draft of a briefing' }

interface PageProps {
  params: Promise<{ id: string }>
}

/** A briefing in the making, as it would print now; what became of it where it is put aside or published. */
export default async function DraftPage({ params }: PageProps) {
  const { id } = await params
  const viewer = await viewerOrSignIn(draftPath(id))
  if (!may(viewer, 'briefing:compose')) return <NotForRole title="Drafts of briefings are for analysts." />
  if (!isRowId(id)) notFound()
  const answer = await foundOrRefused(renderingOfDraft(viewer, id))
  if ('refused' in answer) return <NotForRole title={answer.refused} />
  const rendering = answer.found
  const { draft, html, mismatches, lost } = rendering
  if (draft.status !== 'open') return <ClosedDraft draft={draft} title={rendering.document.title} />
  const [templates, recordChanges] = [await listTemplates(viewer), await recordChangesSince(viewer, draft)]
  return (
    <Composer
      login={viewer.login}
      draft={draft}
      html={html}
      mismatches={mismatches}
      lost={lost}
      recordChanges={recordChanges}
      templates={templates.filter(({ archived }) => !archived).map(({ id: of, name }) => ({ id: of, name }))}
      mayPublish={may(viewer, 'briefing:publish')}
      formats={EXPORT_FORMATS}
      {...composition(rendering, templates)}
    />
  )
}
