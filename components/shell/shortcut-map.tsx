'use client'

import type { NavItem } from '@/components/shell/nav-links'
import { keysFor, OVERVIEW_KEYS, REVIEW_KEYS, SHORTCUT_KEYS, type ShortcutKey } from '@/components/shell/shortcut-keys'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

interface ShortcutMapProps {
  open: boolean
  pages: readonly NavItem[]
  onClose: () => void
  enabled: boolean
  onEnable: (on: boolean) => void
}

function KeyList({ keys: list }: { keys: readonly ShortcutKey[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
      {list.map(({ keys, words }) => (
        <div key={words} className="flex min-h-9 items-center justify-between gap-4 border-b">
          <dt className="text-sm">{words}</dt>
          <dd className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The keyboard map, and the switch for the single-letter keys. */
export function ShortcutMap({ open, pages, onClose, enabled, onEnable }: ShortcutMapProps) {
  const reviewKeys = keysFor(REVIEW_KEYS, pages)
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard">
      <KeyList keys={keysFor(SHORTCUT_KEYS, pages)} />
      <h3 className="mt-4 text-xs font-medium text-muted">On the overview</h3>
      <KeyList keys={OVERVIEW_KEYS} />
      {reviewKeys.length > 0 && (
        <>
          <h3 className="mt-4 text-xs font-medium text-muted">On the review page</h3>
          <KeyList keys={reviewKeys} />
        </>
      )}
      <Checkbox
        className="mt-3"
        label="Single-letter keys are on in this browser"
        checked={enabled}
        onChange={(event) => onEnable(event.target.checked)}
      />
    </Dialog>
  )
}
