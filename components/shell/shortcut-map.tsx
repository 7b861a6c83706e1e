'use client'

import { SHORTCUT_KEYS } from '@/components/shell/shortcut-keys'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

interface ShortcutMapProps {
  open: boolean
  onClose: () => void
  enabled: boolean
  onEnable: (on: boolean) => void
}

/** The keyboard map, and the switch for the single-letter keys. */
export function ShortcutMap({ open, onClose, enabled, onEnable }: ShortcutMapProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard">
      <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {SHORTCUT_KEYS.map(({ keys, words }) => (
          <div key={words} className="flex h-9 items-center justify-between gap-4 border-b">
            <dt className="text-sm">{words}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-3"
        label="Single-letter keys are on in this browser"
        checked={enabled}
        onChange={(event) => onEnable(event.target.checked)}
      />
    </Dialog>
  )
}
