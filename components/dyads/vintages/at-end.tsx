'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Scrolls what it holds to its right end once it is there: in a table that grows to the right, where the latest is. */
export function AtEnd({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const region = box.current?.querySelector('[data-scroll]')
    if (region) region.scrollLeft = region.scrollWidth
  }, [])
  return <div ref={box}>{children}</div>
}
