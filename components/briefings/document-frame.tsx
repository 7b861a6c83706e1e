'use client'

import { useEffect, useRef, useState } from 'react'

/** Height of an A4 sheet, until it is known how long the document is. */
const SHEET_PX = 1123

/**
 * A published document, in a frame as high as it is: neither its scripts, of which it has none, nor its forms nor its links can do anything
 * to the page around it.
 */
export function DocumentFrame({ src, title }: { src: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(SHEET_PX)
  const measure = () => {
    const body = frame.current?.contentDocument?.body
    if (body && body.scrollHeight > 0) setHeight(body.scrollHeight)
  }
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const read = () => {
      const body = element.contentDocument?.body
      if (body && body.scrollHeight > 0) setHeight(body.scrollHeight)
    }
    // A narrower window makes a longer document. What came before React did is measured at once.
    const observer = new ResizeObserver(read)
    observer.observe(element)
    read()
    return () => observer.disconnect()
  }, [])
  return (
    <iframe
      ref={frame}
      src={src}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      onLoad={measure}
      className="block w-full border bg-white"
      style={{ height }}
    />
  )
}
