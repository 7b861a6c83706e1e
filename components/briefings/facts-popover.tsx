'use client'

import { useEffect, useRef, useState } from 'react'
import type { PreviewPlace } from '@/components/briefings/preview-frame'
import { SentenceFacts } from '@/components/briefings/sentence-facts'
import type { Sentence } from '@/lib/briefings/model/document'
import type { Figures } from '@/lib/briefings/model/figures'

/** A pointer that only passes over sentences opens nothing; one that leaves has time to reach the popover. */
const OPENS_AFTER_MS = 350
const CLOSES_AFTER_MS = 250

export interface Hovered {
  sentence: Sentence
  place: PreviewPlace
}

/** What is under the pointer once it has rested there, until it has left sentence and popover. */
export function useHovered() {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (next: Hovered | null, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setHovered(next), after)
  }
  return {
    hovered,
    hover: (next: Hovered | null) => later(next, next ? OPENS_AFTER_MS : CLOSES_AFTER_MS),
    hold: () => clearTimeout(timer.current),
    close: () => {
      clearTimeout(timer.current)
      setHovered(null)
    },
  }
}

interface FactsPopoverProps {
  hovered: Hovered
  figures: Figures
  titles: Readonly<Record<string, string>>
  onEnter: () => void
  onLeave: () => void
}

/** What the sentence under the pointer rests on, below it; the panel beside says the same of the chosen one. */
export function FactsPopover({ hovered: { sentence, place }, figures, titles, onEnter, onLeave }: FactsPopoverProps) {
  return (
    // The pointer alone opens it, and the panel has all of it for the keyboard.
    // It stays open while the pointer is over it.
    <div
      role="tooltip"
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
      className="absolute z-30 max-h-80 w-80 max-w-[calc(100%-1rem)] overflow-y-auto rounded border border-line-strong bg-raised p-3 text-ink shadow-lg"
      style={{ top: place.top + 4, left: `min(${Math.max(0, place.left)}px, calc(100% - 20.5rem))` }}
    >
      <SentenceFacts sentence={sentence} figures={figures} titles={titles} />
    </div>
  )
}
