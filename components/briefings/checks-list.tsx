import { Button } from '@/components/ui/button'
import type { DraftRendering } from '@/lib/briefings/views'
import { formatPlural } from '@/lib/format'

interface ChecksListProps {
  mismatches: DraftRendering['mismatches']
  /** Title of the section that a sentence stands in. */
  sectionOf: (key: string) => string
  lost: DraftRendering['lost']
  /** Incidents that came or changed since the record was read; null where that cannot be told. */
  recordChanges: number | null
  pending: boolean
  onJump: (key: string) => void
  onTakeBack: (key: string) => void
  onRefresh: () => void
}

/** What somebody should look at before the briefing goes out, each with the way to it. */
export function ChecksList(props: ChecksListProps) {
  const { mismatches, sectionOf, lost, recordChanges, pending, onJump, onTakeBack, onRefresh } = props
  const clean = mismatches.length === 0 && lost.length === 0 && !recordChanges
  if (clean)
    return (
      <p className="text-sm text-muted">
        <span aria-hidden="true">✓ </span>Every number in an edited sentence is one of its figures
        {recordChanges === 0 && ', and the record has not changed since it was read'}.
      </p>
    )
  return (
    <div className="space-y-3 text-sm">
      {mismatches.length > 0 && (
        <div>
          <p className="font-medium text-warning">
            <span aria-hidden="true">⚠ </span>
            {formatPlural(mismatches.length, 'sentence')} whose numbers no longer match
          </p>
          <ul aria-label="Sentences whose numbers no longer match" className="mt-1 space-y-1">
            {mismatches.map(({ key, numbers }) => (
              <li key={key}>
                <button type="button" className="link text-left break-words" onClick={() => onJump(key)}>
                  {sectionOf(key)}: {numbers.join(', ')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {lost.length > 0 && (
        <div>
          <p className="font-medium text-warning">
            <span aria-hidden="true">⚠ </span>
            {formatPlural(lost.length, 'edit')} whose sentence is gone
          </p>
          <ul aria-label="Edits whose sentence is gone" className="mt-1 space-y-2">
            {lost.map(({ key, text, name }) => (
              <li key={key}>
                <p className="break-words">“{text}”</p>
                <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
                  {name}
                  <Button size="sm" variant="quiet" disabled={pending} onClick={() => onTakeBack(key)}>
                    Give it up
                  </Button>
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {recordChanges !== null && recordChanges > 0 && (
        <div>
          <p className="font-medium text-warning">
            <span aria-hidden="true">⚠ </span>
            The record changed since it was read: {formatPlural(recordChanges, 'incident')}
          </p>
          <Button size="sm" className="mt-1" disabled={pending} onClick={onRefresh}>
            Refresh the data
          </Button>
        </div>
      )}
    </div>
  )
}
