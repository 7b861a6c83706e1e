import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArchiveTemplateButton } from '@/components/briefings/archive-template-button'
import { BRIEFINGS_PATH, TEMPLATES_PATH, templatePath } from '@/components/briefings/briefing-words'
import { EventList } from '@/components/briefings/event-list'
import { NotForRole } from '@/components/briefings/not-for-role'
import { TemplateForm } from '@/components/briefings/template-form'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { getTemplate } from '@/lib/briefings/queries'
import { isRowId } from '@/lib/briefings/schema'
import { PACKS } from '@/lib/briefings/text/writer'
import { orNotFound } from '@/lib/watch/or-not-found'

export const metadata: Metadata = { title: 'Template of briefings' }

interface PageProps {
  params: Promise<{ id: string }>
}

/** A template, to change or to put aside. */
export default async function TemplatePage({ params }: PageProps) {
  const { id } = await params
  const viewer = await viewerOrSignIn(templatePath(id))
  if (!may(viewer, 'briefing:template')) return <NotForRole title="Templates are for reviewers." />
  if (!isRowId(id)) notFound()
  const template = await getTemplate(viewer, id).catch(orNotFound)
  if (!template) notFound()
  const { history, ...view } = template
  return (
    <>
      <PageHeader
        title={<span className="break-words">{view.name}</span>}
        trail={[
          { href: BRIEFINGS_PATH, label: 'Briefings' },
          { href: TEMPLATES_PATH, label: 'Templates' },
        ]}
        actions={<ArchiveTemplateButton template={view} />}
      />
      <TemplateForm template={view} labels={PACKS.en.sections} />
      <EventList events={history} />
    </>
  )
}
