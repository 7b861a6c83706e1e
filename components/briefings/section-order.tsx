'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import type { SectionKey } from '@/lib/briefings/model/terms'

interface SectionOrderProps {
  /** Told apart by it where a page has several. */
  name?: string
  /** The parts of the briefing in their order. */
  sections: readonly SectionKey[]
  /** All that this kind of briefing can have, in their usual order. */
  possible: readonly SectionKey[]
  labels: Readonly<Record<SectionKey, string>>
  onChange: (sections: SectionKey[]) => void
}

const moved = (sections: readonly SectionKey[], from: number, to: number): SectionKey[] => {
  const without = sections.toSpliced(from, 1)
  return without.toSpliced(to, 0, sections[from])
}

function focusRow(list: HTMLElement | null, key: SectionKey): void {
  list?.querySelector<HTMLElement>(`[data-section="${key}"]`)?.focus()
}

/**
 * The parts of a briefing: dragged, or moved by buttons and by Alt with the arrow keys; dropped, and brought back. What was moved is said.
 */
export function SectionOrder({ name = 'briefing', sections, possible, labels, onChange }: SectionOrderProps) {
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<SectionKey | null>(null)
  const [over, setOver] = useState<SectionKey | null>(null)
  /** The section that came back, which is to have the focus once it is there. */
  const [backWith, setBackWith] = useState<{ key: SectionKey } | null>(null)
  const dropped = possible.filter((key) => !sections.includes(key))

  useEffect(() => {
    if (backWith) focusRow(list.current, backWith.key)
  }, [backWith])

  const move = (from: number, to: number) => {
    if (to < 0 || to >= sections.length || from === to) return
    const key = sections[from]
    onChange(moved(sections, from, to))
    setSaid(`${labels[key]} is now number ${to + 1} of ${sections.length}.`)
    // The row that was moved keeps the focus, wherever it is now.
    focusRow(list.current, key)
  }
  const drop = (key: SectionKey) => {
    const at = sections.indexOf(key)
    // The button that had the focus goes with its row.
    focusRow(list.current, sections[at + 1] ?? sections[at - 1])
    onChange(sections.filter((other) => other !== key))
    setSaid(`${labels[key]} is left out.`)
  }
  const bringBack = (key: SectionKey) => {
    const usual = (one: SectionKey) => possible.indexOf(one)
    const after = sections.findIndex((other) => usual(other) > usual(key))
    onChange(sections.toSpliced(after === -1 ? sections.length : after, 0, key))
    setSaid(`${labels[key]} is back.`)
    setBackWith({ key })
  }
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== null) move(sections.indexOf(dragged), to)
    setDragged(null)
    setOver(null)
  }
  return (
    <div>
      <ol ref={list} aria-label="Sections in their order" className="text-sm">
        {sections.map((key, index) => (
          <li
            key={key}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', key)
              setDragged(key)
            }}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(key)
            }}
            onDrop={(event) => onDrop(event, index)}
            className={classes(
              'flex min-h-9 items-center gap-1 border-b last:border-b-0',
              dragged === key && 'opacity-50',
              over === key && dragged !== null && dragged !== key && 'bg-sunken',
            )}
          >
            <button
              type="button"
              data-section={key}
              aria-describedby={`section-order-${name}`}
              className="flex min-w-0 flex-1 cursor-grab items-center gap-2 py-1.5 text-left"
              onKeyDown={(event) => {
                const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                if (step === 0 || !event.altKey) return
                event.preventDefault()
                move(index, index + step)
              }}
            >
              <span aria-hidden="true" className="text-faint">
                ⠿
              </span>
              <span className="min-w-0 flex-1">{labels[key]}</span>
            </button>
            <Button
              size="sm"
              variant="quiet"
              className="w-7 px-0"
              disabled={index === 0}
              aria-label={`Move ${labels[key]} up`}
              onClick={() => move(index, index - 1)}
            >
              <span aria-hidden="true">↑</span>
            </Button>
            <Button
              size="sm"
              variant="quiet"
              className="w-7 px-0"
              disabled={index === sections.length - 1}
              aria-label={`Move ${labels[key]} down`}
              onClick={() => move(index, index + 1)}
            >
              <span aria-hidden="true">↓</span>
            </Button>
            <Button
              size="sm"
              variant="quiet"
              className="w-7 px-0"
              disabled={sections.length === 1}
              aria-label={`Leave ${labels[key]} out`}
              onClick={() => drop(key)}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ol>
      <p id={`section-order-${name}`} className="mt-1 text-xs text-muted">
        Drag a section, or move it by Alt with ↑ and ↓.
      </p>
      {dropped.length > 0 && (
        <div className="mt-3">
          <p className="text-xs font-medium text-muted">Left out</p>
          <ul aria-label="Sections left out" className="mt-1 flex flex-wrap gap-1.5">
            {dropped.map((key) => (
              <li key={key}>
                <Button size="sm" onClick={() => bringBack(key)}>
                  <span aria-hidden="true">+</span> {labels[key]}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  )
}
