'use client'

import { Fragment } from 'react'
import type { NavItem } from '@/components/shell/nav-links'
import {
  COMPOSER_KEYS,
  keysFor,
  OVERVIEW_KEYS,
  REVIEW_KEYS,
  SHORTCUT_KEYS,
  type ShortcutKey,
  WATCH_KEYS,
} from '@/components/shell/shortcut-keys'
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
  const ofPages = [
    { title: 'On the overview', keys: OVERVIEW_KEYS },
    { title: 'On the review page', keys: keysFor(REVIEW_KEYS, pages) },
    { title: 'On the page of a draft briefing', keys: keysFor(COMPOSER_KEYS, pages) },
    { title: 'On the watch pages', keys: keysFor(WATCH_KEYS, pages) },
  ].filter(({ keys }) => keys.length > 0)
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard">
      <KeyList keys={keysFor(SHORTCUT_KEYS, pages)} />
      {ofPages.map(({ title, keys }) => (
        <Fragment key={title}>
          <h3 className="mt-4 text-xs font-medium text-muted">{title}</h3>
          <KeyList keys={keys} />
        </Fragment>
      ))}
      <Checkbox
        className="mt-3"
        label="Single-letter keys are on in this browser"
        checked={enabled}
        onChange={(event) => onEnable(event.target.checked)}
      />
    </Dialog>
  )
}
