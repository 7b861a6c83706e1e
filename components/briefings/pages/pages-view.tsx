'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { PageSheet } from '@/components/briefings/pages/page-sheet'
import { usePages } from '@/components/briefings/pages/use-pages'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import { formatPlural } from '@/lib/format'

interface PagesViewProps {
  draftId: string
  /** Changes with each change of the draft. */
  state: string
}

/** How many pixels of the screen an element is wide; 0 until it is measured. */
function usePixels(element: RefObject<HTMLElement | null>): number {
  const [pixels, setPixels] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setPixels(Math.round(contentRect.width * window.devicePixelRatio)),
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return pixels
}

/** The pages of a draft as its PDF has them: two cells of the preview, how far they are and the pages themselves. */
export function PagesView({ draftId, state }: PagesViewProps) {
  const list = useRef<HTMLDivElement>(null)
  const pixels = usePixels(list)
  const { pdf, busy, problem, tryAgain, onFailure } = usePages(`/api/v1/briefings/draft/${draftId}/pages`, state)
  const making = pdf ? 'Making the pages anew…' : 'Making the pages…'
  return (
    <>
      <p role="status" aria-live="polite" className="text-right text-xs text-muted" data-print="hide">
        {busy ? making : pdf && problem === '' ? formatPlural(pdf.sizes.length, 'page') : ''}
      </p>
      <div className="col-span-2" data-print="hide">
        <div role="status" aria-live="polite">
          {problem !== '' && (
            <Callout tone="danger" title={problem} className="mb-3">
              {pdf && <p>These are the pages from before.</p>}
              <Button size="sm" className="mt-2" onClick={tryAgain}>
                Try again
              </Button>
            </Callout>
          )}
        </div>
        <div ref={list} className="space-y-4">
          {pdf?.numbers.map((number) => (
            <PageSheet key={number} pdf={pdf} number={number} pixels={pixels} onFailure={onFailure} />
          ))}
          {!pdf && busy && <Skeleton className="aspect-[210/297] w-full" />}
        </div>
      </div>
    </>
  )
}
