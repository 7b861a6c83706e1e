'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'

/**
 * A box that scrolls sideways by itself so that the page never does. Only while it has something to scroll is it a named
 * stop of the Tab key, so that its columns can be reached without a mouse. `tall` also bounds its height to the window,
 * which is what lets a table's head stay in sight.
 */
export function ScrollRegion({ label, tall, children }: { label: string; tall?: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () =>
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const stop = overflows ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div
      ref={box}
      data-scroll=""
      className={classes('relative max-w-full overflow-auto', tall && 'max-h-[85vh]')}
      {...stop}
    >
      {children}
    </div>
  )
}
