'use client'

import { useEffect, useRef, useState } from 'react'
import { nameLandmarks } from '@/components/briefings/framed-landmarks'
import { useFramed } from '@/components/briefings/use-framed'

/** Height of an A4 sheet, until it is known how long the document is. */
const SHEET_PX = 1123

/** Opens a link of a framed document in a window of its own; those within the document stay what they are. */
function openApart(event: MouseEvent): void {
  // Elements of the frame are no instances of this window's classes.
  const link = (event.target as Element | null)?.closest?.('a[href]')
  const href = link?.getAttribute('href') ?? ''
  if (!link || href.startsWith('#')) return
  event.preventDefault()
  window.open(href, '_blank', 'noopener,noreferrer')
}

/**
 * A published document, in a frame as high as it is. Its page comes with a policy under which no script runs and no form is sent, which
 * does all that `sandbox` would.
 */
export function DocumentFrame({ src, title }: { src: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(SHEET_PX)
  const { inside, loaded } = useFramed(frame)
  useEffect(() => {
    if (!inside) return
    nameLandmarks(inside)
    inside.addEventListener('click', openApart)
    const measure = () => setHeight(Math.max(inside.body.scrollHeight, SHEET_PX / 4))
    // A narrower window makes a longer document.
    const observer = new ResizeObserver(measure)
    observer.observe(inside.body)
    measure()
    return () => observer.disconnect()
  }, [inside])
  return (
    <iframe
      ref={frame}
      src={src}
      title={title}
      onLoad={loaded}
      className="block w-full border bg-white"
      style={{ height }}
    />
  )
}
