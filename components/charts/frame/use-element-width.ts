'use client'

import { type RefCallback, type RefObject, useCallback, useRef, useState } from 'react'

/**
 * The width of an element in pixels, followed as it changes; 0 before it is known. `attach` is given to the element as its
 * ref, and follows it when it is taken away and drawn anew; `element` is where it is then found.
 */
export function useElementWidth<T extends HTMLElement>(): {
  attach: RefCallback<T>
  element: RefObject<T | null>
  width: number
} {
  const element = useRef<T>(null)
  const [width, setWidth] = useState(0)
  const attach = useCallback((target: T | null) => {
    element.current = target
    if (!target) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(target)
    return () => {
      observer.disconnect()
      element.current = null
    }
  }, [])
  return { attach, element, width }
}
