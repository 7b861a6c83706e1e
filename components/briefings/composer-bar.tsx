'use client'

import { useState } from 'react'
import { BRIEFINGS_PATH, briefingPath, dyadsWords, KIND_WORDS } from '@/components/briefings/briefing-words'
import { ExportMenu } from '@/components/briefings/export-menu'
import { MarkLabel } from '@/components/briefings/mark-label'
import { PublishDialog } from '@/components/briefings/publish-dialog'
import type { DraftWrites } from '@/components/briefings/use-draft-writes'
import { Instant } from '@/components/incidents/detail/instant'
import { Button, LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { archiveDraftAction } from '@/lib/briefings/actions'
import type { ExportFormat } from '@/lib/briefings/render/formats'
import type { DraftView } from '@/lib/briefings/views'
import { formatPlural } from '@/lib/format'

interface ComposerBarProps {
  draft: DraftView
  title: string
  findings: number
  mismatches: number
  mayPublish: boolean
  formats: readonly ExportFormat[]
  /** Things that are typed and not saved. */
  unsaved: number
  writes: DraftWrites
  onRefresh: () => void
}

/** The head of the composer: what is being made, from which record, and what can be done with the whole of it. */
export function ComposerBar(props: ComposerBarProps) {
  const { draft, title, mayPublish, unsaved, writes, onRefresh } = props
  const [publishing, setPublishing] = useState(false)
  const { pending, write, latest } = writes
  return (
    <>
      <PageHeader
        trail={[{ href: BRIEFINGS_PATH, label: 'Briefings' }]}
        title={<span className="break-words">{title}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <MarkLabel mark={draft.mark} />
            <span>
              {KIND_WORDS[draft.kind].label}: {dyadsWords(draft.dyadIds)}
            </span>
            <span>
              The record as known on <Instant at={draft.asOf} />
            </span>
            {draft.supersedes && (
              <span>
                to replace{' '}
                <LinkButton href={briefingPath(draft.supersedes)} size="sm" variant="quiet">
                  {draft.supersedes}
                </LinkButton>
              </span>
            )}
            <span role="status">
              {pending ? 'Saving…' : unsaved > 0 ? `${formatPlural(unsaved, 'text')} not saved` : 'All saved'}
            </span>
          </span>
        }
        actions={
          <>
            <Button disabled={pending} onClick={onRefresh}>
              Refresh data
            </Button>
            <ExportMenu draftId={draft.id} revision={latest} formats={props.formats} />
            <Button
              variant="quiet"
              disabled={pending}
              onClick={() => write({ of: 'draft', work: (seen) => archiveDraftAction({ ...seen, archived: true }) })}
            >
              Archive
            </Button>
            {mayPublish && (
              <Button variant="primary" disabled={pending} onClick={() => setPublishing(true)}>
                Publish
              </Button>
            )}
          </>
        }
      />
      {mayPublish && (
        <PublishDialog
          draft={draft}
          title={title}
          baseRevision={latest}
          open={publishing}
          findings={props.findings}
          mismatches={props.mismatches}
          unsaved={unsaved}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  )
}
