'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface HeldProps {
  /** What the fields say is on its way to the server. */
  busy: boolean
  className?: string
  children: ReactNode
}

/** Whatever changes a field, or opens what does. */
const CHANGES = ['keydown', 'beforeinput', 'mousedown', 'click', 'drop']

/** Keys that change nothing: those that go on to another field, copy, or are said to the page. */
const isHarmless = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.key === 'Tab' || event.ctrlKey || event.metaKey)

/**
 * Fields that take nothing while what they say is being saved: what was typed meanwhile would go with the form that is done. They keep the
 * focus, so that keys which come too early do nothing elsewhere either.
 */
export function Held({ busy, className, children }: HeldProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = place.current
    if (!busy || !box) return
    const refuse = (event: Event) => {
      if (isHarmless(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    for (const type of CHANGES) box.addEventListener(type, refuse, true)
    return () => {
      for (const type of CHANGES) box.removeEventListener(type, refuse, true)
    }
  }, [busy])
  return (
    <div ref={place} aria-busy={busy} className={className}>
      {children}
    </div>
  )
}
