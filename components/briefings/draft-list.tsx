import Link from 'next/link'
import { draftPath, dyadsWords, KIND_WORDS, LANGUAGE_WORDS } from '@/components/briefings/briefing-words'
import { MarkLabel } from '@/components/briefings/mark-label'
import { Instant } from '@/components/incidents/detail/instant'
import { Badge } from '@/components/ui/badge'
import type { DraftRow } from '@/lib/briefings/views'

/** What a draft is called in a list: its own title, or its dyads. */
const nameOf = ({ title, dyadIds }: DraftRow): string => (title === '' ? dyadsWords(dyadIds) : title)

/** Drafts that the team works on, the latest changed first. */
export function DraftList({ drafts, label }: { drafts: readonly DraftRow[]; label: string }) {
  return (
    <ul aria-label={label}>
      {drafts.map((draft) => (
        <li
          key={draft.id}
          data-row=""
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b px-4 py-2 text-sm last:border-b-0 hover:bg-sunken"
        >
          <span className="min-w-0">
            <Link href={draftPath(draft.id)} className="font-medium break-words hover:underline">
              {nameOf(draft)}
            </Link>
            <span className="block text-xs text-muted">
              {KIND_WORDS[draft.kind].label} ·{' '}
              {draft.fromWeek === draft.toWeek ? draft.toWeek : `${draft.fromWeek} – ${draft.toWeek}`} ·{' '}
              {LANGUAGE_WORDS[draft.language]} · begun by {draft.createdBy}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
            {draft.scheduled && <Badge>made by a schedule</Badge>}
            {draft.supersedes && <Badge>to replace {draft.supersedes}</Badge>}
            <MarkLabel mark={draft.mark} />
            <span>
              changed <Instant at={draft.updatedAt} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
