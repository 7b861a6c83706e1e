'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { Draft } from '@/lib/incidents/draft-store'

/** `14:03`, or with its day when that is not today; in the reader's own time. */
function timeOf(at: number): string {
  const [then, now] = [new Date(at), new Date()]
  const time = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (then.toDateString() === now.toDateString()) return time
  return `${time} on ${then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}`
}

/** What was typed before and is here again. */
export function RestoredNotice({
  at,
  stale,
  onStartAfresh,
}: {
  at: number
  stale?: string
  onStartAfresh: () => void
}) {
  return (
    <Callout role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        Restored what you had typed at <time>{timeOf(at)}</time>.{stale && ` ${stale}`}
      </span>
      <Button size="sm" onClick={onStartAfresh}>
        Start afresh
      </Button>
    </Callout>
  )
}

/** What was discarded a moment ago. */
export function DiscardedNotice({ onUndo }: { onUndo: () => void }) {
  return (
    <Callout role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>Started afresh; what you had typed is set aside.</span>
      <Button size="sm" onClick={onUndo}>
        Undo
      </Button>
    </Callout>
  )
}

interface OtherDraftsProps {
  drafts: Draft[]
  onTakeUp: (draft: Draft) => void
  onDrop: (draft: Draft) => void
}

/** Drafts that were left behind, in a tab that is closed now. */
export function OtherDrafts({ drafts, onTakeUp, onDrop }: OtherDraftsProps) {
  if (drafts.length === 0) return null
  return (
    <Callout role="status" title={drafts.length === 1 ? 'Another unsaved draft' : 'Other unsaved drafts'}>
      <ul className="mt-1 space-y-1">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              {draft.values.title || draft.values.code || 'Untitled'}, typed at <time>{timeOf(draft.at)}</time>
              {draft.setAside && ', before you took theirs'}
            </span>
            <Button size="sm" onClick={() => onTakeUp(draft)}>
              Go on with it
            </Button>
            <Button size="sm" variant="quiet" onClick={() => onDrop(draft)}>
              Discard
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** The browser keeps nothing: said before something is lost, not after. */
export function NotKeptNotice() {
  return (
    <Callout tone="warning" role="status" title="This browser does not keep drafts">
      Its storage is switched off or full. What you type lives only on this page until it is saved.
    </Callout>
  )
}
