'use client'

import { useTheme } from 'next-themes'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

const NEXT: Record<string, string> = { system: 'light', light: 'dark', dark: 'system' }
const MARKS: Record<string, string> = { system: '◐', light: '○', dark: '●' }

const never = () => () => {}

/** Goes from the system's theme to light, to dark, and back. */
export function ThemeToggle() {
  const { theme = 'system', setTheme } = useTheme()
  // The server does not know what was chosen, so the first drawing says `system`.
  const drawn = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const current = drawn ? theme : 'system'
  const next = NEXT[current] ?? 'system'
  const words = `Theme: ${current}. Change to ${next}.`
  return (
    <Button variant="quiet" className="w-9 px-0" onClick={() => setTheme(next)} aria-label={words} title={words}>
      <span aria-hidden="true">{MARKS[current] ?? MARKS.system}</span>
    </Button>
  )
}
