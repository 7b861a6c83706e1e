'use client'

import { type KeyboardEvent, useId } from 'react'

interface PointSliderProps {
  label: string
  /** What the keys do. */
  hint: string
  /** Points in order, each in words. */
  words: readonly string[]
  /** The point in focus; null before any was. */
  index: number | null
  onIndex: (index: number | null) => void
  onOpen: (index: number) => void
}

const PAGE = 4

/**
 * Walks through a chart's points by keyboard: arrows, Page Up and Down, Home, End; Enter opens, Escape leaves. It lies over
 * the chart, lets the pointer through, and says each point in words.
 */
export function PointSlider({ label, hint, words, index, onIndex, onOpen }: PointSliderProps) {
  const id = useId()
  const last = words.length - 1
  const at = index ?? last
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - PAGE,
      PageUp: at + PAGE,
      Home: 0,
      End: last,
    }
    const target = moves[event.key]
    if (target !== undefined) onIndex(Math.min(last, Math.max(0, target)))
    else if (event.key === 'Enter' || event.key === ' ') onOpen(at)
    else if (event.key === 'Escape') onIndex(null)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${id}-hint`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={words[at]}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target.matches(':focus-visible') && onIndex(at)}
      onBlur={() => onIndex(null)}
      className="pointer-events-none absolute inset-0 rounded"
    >
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
    </div>
  )
}
