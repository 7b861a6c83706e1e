'use client'

import { Popover as HeadlessPopover, PopoverButton, PopoverPanel } from '@headlessui/react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

interface PopoverProps {
  /** Says what the button opens. */
  label: string
  /** What the button shows. */
  trigger: ReactNode
  buttonClassName?: string
  panelClassName?: string
  children: ReactNode
}

/** Room between a panel and the edges of the window, in pixels. */
const EDGE = 8

/** Moves a panel that opened over an edge of the window into it: its button may stand anywhere. */
function keepInWindow(panel: HTMLElement | null): void {
  if (!panel) return
  const { left, right } = panel.getBoundingClientRect()
  const over = Math.min(0, document.documentElement.clientWidth - EDGE - right)
  panel.style.translate = `${left < EDGE ? EDGE - left : over}px`
}

/** A button that opens a panel under it; Escape, a click outside and tabbing out close it. */
export function Popover({ label, trigger, buttonClassName, panelClassName, children }: PopoverProps) {
  return (
    <HeadlessPopover className="relative">
      <PopoverButton
        aria-label={label}
        className={classes(
          'inline-flex h-9 min-w-9 items-center justify-center gap-1.5 rounded border border-line-strong text-sm hover:bg-sunken',
          buttonClassName,
        )}
      >
        {trigger}
      </PopoverButton>
      <PopoverPanel
        ref={keepInWindow}
        className={classes(
          'absolute right-0 z-40 mt-1 max-w-[calc(100vw-2rem)] rounded border border-line-strong bg-raised shadow-lg',
          panelClassName ?? 'w-64',
        )}
      >
        {children}
      </PopoverPanel>
    </HeadlessPopover>
  )
}
