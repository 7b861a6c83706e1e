'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'

/** The document in a frame once it has come, another one whenever the frame is loaded anew; `loaded` belongs to the frame's `onLoad`. */
export function useFramed(frame: RefObject<HTMLIFrameElement | null>) {
  const [inside, setInside] = useState<Document | null>(null)
  const loaded = useCallback(() => {
    const target = frame.current?.contentDocument
    if (target && target.URL !== 'about:blank') setInside(target)
  }, [frame])
  // It may have come before React took over what the server drew.
  useEffect(() => {
    if (frame.current?.contentDocument?.readyState === 'complete') loaded()
  }, [frame, loaded])
  return { inside, loaded }
}
