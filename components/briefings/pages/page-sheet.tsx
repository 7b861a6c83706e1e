'use client'

import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { OpenPdf } from '@/components/briefings/pages/pdf-reader'

/** A page is drawn while it is in the window, or less than a window away. */
const NEAR = '100% 0px'

interface PageSheetProps {
  pdf: OpenPdf
  /** From 1. */
  number: number
  /** Pixels of the screen from its left to its right; 0 until that is known. */
  pixels: number
  onFailure: (error: unknown) => void
}

function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: NEAR,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return near
}

/** Puts a drawing in the place of another, whose memory is freed at once: Safari keeps it until it is short of it. */
function replaceDrawing(sheet: HTMLElement, drawing: HTMLCanvasElement | null): void {
  const before = sheet.querySelector('canvas')
  sheet.replaceChildren(...(drawing ? [drawing] : []))
  if (before) before.width = 0
}

/** A page as it prints. What is drawn stays until it is drawn anew; far from the window there is only the empty sheet. */
export function PageSheet({ pdf, number, pixels, onFailure }: PageSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const caption = useId()
  const near = useNear(sheet)
  const { width, height } = pdf.sizes[number - 1]

  useEffect(() => {
    if (!near || pixels === 0) return
    const stopping = new AbortController()
    pdf.draw(number, pixels, stopping.signal).then(
      (drawing) => {
        drawing.className = 'block h-auto w-full'
        if (sheet.current && !stopping.signal.aborted) replaceDrawing(sheet.current, drawing)
      },
      (error: unknown) => {
        if (!stopping.signal.aborted) onFailure(error)
      },
    )
    return () => stopping.abort()
  }, [near, pdf, number, pixels, onFailure])

  useEffect(() => {
    if (!near && sheet.current) replaceDrawing(sheet.current, null)
  }, [near])

  return (
    <figure aria-labelledby={caption}>
      <div
        ref={sheet}
        className="overflow-hidden bg-white ring-1 ring-line"
        style={{ aspectRatio: `${width} / ${height}` }}
      />
      <figcaption id={caption} className="mt-1 text-center text-xs text-muted tabular-nums">
        Page {number} of {pdf.sizes.length}
      </figcaption>
    </figure>
  )
}
