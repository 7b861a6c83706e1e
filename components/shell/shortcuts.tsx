'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CommandPalette } from '@/components/shell/command-palette'
import type { NavItem } from '@/components/shell/nav-links'
import { pageKey } from '@/components/shell/page-keys'
import { focusSearch, goTo, isTaken, moveRow } from '@/components/shell/shortcut-keys'
import { ShortcutMap } from '@/components/shell/shortcut-map'
import { useShortcutPreference } from '@/components/shell/shortcut-preference'

interface ShortcutsProps {
  pages: readonly NavItem[]
  dyadIds: readonly string[]
  /** Whether `n` leads to the form of a new incident. */
  canCreate: boolean
}

type Opened = 'map' | 'palette' | null

/** How long a `g` waits for its second letter. */
const SEQUENCE_MS = 1500

/**
 * The desk's keys. They never act while something is typed, leave every combination of the browser alone but ⌘K/Ctrl+K, and
 * the single letters can be switched off.
 */
export function Shortcuts({ pages, dyadIds, canCreate }: ShortcutsProps) {
  const router = useRouter()
  const [opened, setOpened] = useState<Opened>(null)
  const [enabled, enable] = useShortcutPreference()
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    const actions: Record<string, () => void> = {
      '?': () => setOpened('map'),
      '/': () => {
        if (!focusSearch()) setOpened('palette')
      },
      n: () => {
        if (canCreate) router.push('/incidents/new')
      },
      j: () => moveRow(1),
      k: () => moveRow(-1),
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTaken(event.target)) return
      if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpened('palette')
        return
      }
      if (!enabled || event.metaKey || event.ctrlKey || event.altKey || event.repeat) return
      const goes = event.timeStamp - goPressedAt.current < SEQUENCE_MS ? goTo(event.key, pages) : undefined
      goPressedAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const action = goes === undefined ? (pageKey(event.key) ?? actions[event.key]) : () => router.push(goes)
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [canCreate, enabled, pages, router])

  const close = () => setOpened(null)
  return (
    <>
      <ShortcutMap open={opened === 'map'} pages={pages} onClose={close} enabled={enabled} onEnable={enable} />
      <CommandPalette open={opened === 'palette'} onClose={close} pages={pages} dyadIds={dyadIds} />
      <button
        type="button"
        onClick={() => setOpened('map')}
        className="mx-auto mb-6 block rounded px-2 py-1 text-xs text-muted hover:text-ink"
        data-print="hide"
      >
        Keyboard <span aria-hidden="true">?</span>
      </button>
    </>
  )
}
