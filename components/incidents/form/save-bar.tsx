'use client'

import { EffectLine } from '@/components/incidents/form/effect-line'
import type { IncidentKey } from '@/components/incidents/form/requests'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

interface SaveBarProps {
  replacing?: IncidentKey
  busy: boolean
  /** Absent where the incident waits for review: a draft would take it out of the queue unseen. */
  onSaveDraft?: () => void
  /** Absent in the editing of one incident. */
  onSaveAndNext?: () => void
  submitLabel: string
  /** It changes what counts, which goes on to count meanwhile. */
  corrects?: boolean
}

/** What the entry does to the score, and the ways to save it; always in sight. */
export function SaveBar({ replacing, busy, onSaveDraft, onSaveAndNext, submitLabel, corrects }: SaveBarProps) {
  return (
    <div className="sticky bottom-0 z-20 -mx-4 border-t border-line-strong bg-ground px-4 py-2.5 sm:mx-0 sm:px-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <EffectLine replacing={replacing} />
        <div className="flex flex-wrap items-center gap-2">
          {onSaveDraft && (
            <Button variant="quiet" aria-disabled={busy} onClick={onSaveDraft}>
              Save draft
            </Button>
          )}
          {/* Not `disabled`: the button that is pressed keeps the focus while it saves. */}
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? 'Saving…' : submitLabel}
          </Button>
          {onSaveAndNext && (
            <Button aria-disabled={busy} onClick={onSaveAndNext}>
              Save and next
            </Button>
          )}
        </div>
      </div>
      <div className="mt-1 flex flex-wrap justify-between gap-x-6 text-xs text-muted">
        <p>
          {corrects
            ? 'Submitting sends it to review. Until it is approved, what counts now goes on to count.'
            : 'Submitting sends it to review. It counts once it is approved.'}
        </p>
        <p className="hidden sm:block">
          <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>↵</Kbd> submits
          {onSaveAndNext && (
            <>
              , with <Kbd>⇧</Kbd> too goes on to the next
            </>
          )}
        </p>
      </div>
    </div>
  )
}
