'use client'

import { lookOf } from '@/components/charts/compare/line-looks'
import { classes } from '@/components/ui/classes'
import type { CompareLine } from '@/lib/charts/compare'

interface LineKeyProps {
  lines: readonly CompareLine[]
  /** The line that is brought forward; null for none. */
  picked: number | null
  onPick: (index: number | null) => void
}

/** The names of the lines with their strokes: a press brings one forward, another takes it back. */
export function LineKey({ lines, picked, onPick }: LineKeyProps) {
  return (
    <ul aria-label="Lines" className="mb-2 flex flex-wrap gap-x-1 gap-y-1 text-xs">
      {lines.map(({ dyadId, name }, index) => (
        <li key={dyadId}>
          <button
            type="button"
            aria-pressed={picked === index}
            onClick={() => onPick(picked === index ? null : index)}
            className={classes(
              'flex min-h-7 items-center gap-1.5 rounded px-1.5 text-left hover:bg-sunken',
              picked === index ? 'bg-sunken font-semibold' : 'text-muted',
            )}
          >
            <svg width={34} height={8} aria-hidden="true" className="shrink-0">
              <line x1={1} x2={33} y1={4} y2={4} {...lookOf(index)} />
            </svg>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
