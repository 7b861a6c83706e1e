import { Badge, type Tone } from '@/components/ui/badge'
import type { Status } from '@/lib/incidents/schema'
import type { IncidentRow } from '@/lib/incidents/views'

const LOOK: Record<Status, { tone: Tone; word: string }> = {
  draft: { tone: 'neutral', word: 'Draft' },
  in_review: { tone: 'warning', word: 'In review' },
  returned: { tone: 'danger', word: 'Returned' },
  approved: { tone: 'success', word: 'Approved' },
  retracted: { tone: 'danger', word: 'Retracted' },
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: LOOK.draft.word,
  in_review: LOOK.in_review.word,
  returned: LOOK.returned.word,
  approved: LOOK.approved.word,
  retracted: LOOK.retracted.word,
}

/** Where an incident stands: only approved ones count. */
export function StatusBadge({ status }: { status: Status }) {
  // The usual state is said quietly, so that the others stand out of a list.
  if (status === 'approved') return <span className="text-xs text-muted">{LOOK.approved.word}</span>
  return <Badge tone={LOOK[status].tone}>{LOOK[status].word}</Badge>
}

type Standing = Pick<IncidentRow, 'status' | 'headStatus' | 'proposal' | 'inForce'>

/** `correction in review`: what waits beyond what counts; null where nothing does, or nothing counts. */
export function proposalWords({ headStatus, proposal, inForce }: Standing): string | null {
  if (inForce === null || proposal === null) return null
  return `${proposal} ${headStatus === 'draft' ? 'drafted' : STATUS_WORDS[headStatus].toLowerCase()}`
}

/** Where an incident stands, and beside it what is proposed beyond that. */
export function IncidentStanding({ row }: { row: Standing }) {
  const proposed = proposalWords(row)
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <StatusBadge status={row.status} />
      {proposed && <Badge tone={LOOK[row.headStatus].tone}>{proposed}</Badge>}
    </span>
  )
}
