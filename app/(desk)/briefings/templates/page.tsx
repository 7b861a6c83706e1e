import type { Metadata } from 'next'
import Link from 'next/link'
import {
  BRIEFINGS_PATH,
  LANGUAGE_WORDS,
  NEW_TEMPLATE_PATH,
  TEMPLATES_PATH,
  templatePath,
} from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import { NotForRole } from '@/components/briefings/not-for-role'
import { Instant } from '@/components/incidents/detail/instant'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import { listTemplates } from '@/lib/briefings/queries'
import type { TemplateView } from '@/lib/briefings/views'

export const metadata: Metadata = { title: 'Templates of briefings' }

function TemplateList({ templates, label }: { templates: readonly TemplateView[]; label: string }) {
  return (
    <ul aria-label={label}>
      {templates.map(({ id, name, teamName, language, mark, updatedAt, updatedBy }) => (
        <li
          key={id}
          data-row=""
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2 text-sm last:border-b-0"
        >
          <span className="min-w-0">
            <Link href={templatePath(id)} className="font-medium break-words hover:underline">
              {name}
            </Link>
            <span className="block text-xs break-words text-muted">
              {teamName} · {LANGUAGE_WORDS[language]}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
            <MarkLabel mark={mark} />
            <span>
              changed <Instant at={updatedAt} /> by {updatedBy}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How the team's documents look: name, logo, footer, sections, language and mark. */
export default async function TemplatesPage() {
  const viewer = await viewerOrSignIn(TEMPLATES_PATH)
  if (!may(viewer, 'briefing:template')) return <NotForRole title="Templates are for reviewers." />
  const templates = await listTemplates(viewer)
  const [kept, archived] = [templates.filter((one) => !one.archived), templates.filter((one) => one.archived)]
  return (
    <>
      <PageHeader
        title="Templates"
        lead="How the team’s documents look. What is published already stays as it is."
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
        actions={
          <LinkButton href={NEW_TEMPLATE_PATH} variant="primary">
            New template
          </LinkButton>
        }
      />
      {templates.length === 0 ? (
        <EmptyState
          title="There is no template yet."
          actions={<LinkButton href={NEW_TEMPLATE_PATH}>New template</LinkButton>}
        >
          <p>Until there is one, documents carry the product’s name, no logo, and the usual sections.</p>
        </EmptyState>
      ) : (
        <Card id="templates" title="Templates" padded={false}>
          <TemplateList templates={kept} label="Templates" />
          {archived.length > 0 && (
            <details className="border-t">
              <summary className="px-4 py-2 text-xs font-medium text-muted">Archived ({archived.length})</summary>
              <TemplateList templates={archived} label="Archived templates" />
            </details>
          )}
        </Card>
      )}
    </>
  )
}
