import { Badge, type Tone } from '@/components/ui/badge'
import type { Status } from '@/lib/incidents/schema'

const LOOK: Record<Status, { tone: Tone; word: string }> = {
  draft: { tone: 'warning', word: 'Draft' },
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
