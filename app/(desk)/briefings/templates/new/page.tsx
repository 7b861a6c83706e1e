import type { Metadata } from 'next'
import { BRIEFINGS_PATH, NEW_TEMPLATE_PATH, TEMPLATES_PATH } from '@/components/briefings/briefing-words'
import { NotForRole } from '@/components/briefings/not-for-role'
import { TemplateForm } from '@/components/briefings/template-form'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { PACKS } from '@/lib/briefings/text/writer'

export const metadata: Metadata = { title: 'New template' }

/** A template in the making. */
export default async function NewTemplatePage() {
  const viewer = await viewerOrSignIn(NEW_TEMPLATE_PATH)
  if (!may(viewer, 'briefing:template')) return <NotForRole title="Templates are for reviewers." />
  return (
    <>
      <PageHeader
        title="New template"
        trail={[
          { href: BRIEFINGS_PATH, label: 'Briefings' },
          { href: TEMPLATES_PATH, label: 'Templates' },
        ]}
      />
      <TemplateForm labels={PACKS.en.sections} />
    </>
  )
}
