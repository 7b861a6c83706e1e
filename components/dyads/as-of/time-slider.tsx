'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, useTransition } from 'react'

/** A stop of the slider: its moment in words and the page as of then. */
export interface SliderStop {
  words: string
  href: string
}

interface TimeSliderProps {
  /** Oldest first; the last one is now. */
  stops: readonly SliderStop[]
  /** The stop that the page is at, or the last one before its moment. */
  at: number
  /** The page's own moment in words. */
  words: string
}

/** The page follows the slider once it has rested: each step is a page of its own. */
const REST_MS = 350

/** Moves the page through the moments at which what is known changed. A native range: arrows, Page keys, Home and End. */
export function TimeSlider({ stops, at, words }: TimeSliderProps) {
  const id = useId()
  const router = useRouter()
  const [moved, setMoved] = useState<number | null>(null)
  const [pending, startTransition] = useTransition()
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  useEffect(() => {
    // The page has followed. Whoever moved on meanwhile is followed in turn.
    if (!pending && rest.current === undefined) setMoved(null)
  }, [pending])
  const shown = moved === null ? words : stops[moved].words
  const move = (index: number) => {
    setMoved(index)
    clearTimeout(rest.current)
    rest.current = setTimeout(() => {
      rest.current = undefined
      startTransition(() => router.replace(stops[index].href, { scroll: false }))
    }, REST_MS)
  }
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 flex flex-wrap justify-between gap-x-4 text-xs font-medium text-muted">
        <span>As known on</span>
        <output htmlFor={id} className="font-semibold text-ink tabular-nums">
          {shown}
        </output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={moved ?? at}
        aria-valuetext={shown}
        aria-busy={pending}
        onChange={(event) => move(Number(event.target.value))}
        className="block h-6 w-full cursor-pointer accent-accent"
      />
    </div>
  )
}
