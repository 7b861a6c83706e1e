'use client'

import { type RefCallback, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** The room for a chart on a printed A4 page, in pixels: the page without its margins (globals.css), less the frame's own padding. */
const PRINTED_WIDTH = 658

/**
 * The width of an element in pixels, followed as it changes; 0 before it is known. `attach` is given to the element as its
 * ref, and follows it when it is taken away and drawn anew; `element` is where it is then found. While the page is printed
 * the width is at most that of the sheet: no observer is told of the layout of print, so a wide chart would be cut.
 */
export function useElementWidth<T extends HTMLElement>(): {
  attach: RefCallback<T>
  element: RefObject<T | null>
  width: number
} {
  const element = useRef<T>(null)
  const [width, setWidth] = useState(0)
  const printing = usePrinting()
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
  return { attach, element, width: printing ? Math.min(width, PRINTED_WIDTH) : width }
}

/** Whether the page is being printed, drawn before the printer looks. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
