'use client'

import { useEffect, useRef } from 'react'
import type { PreviewKind } from '@/components/briefings/use-preview-choice'
import { classes } from '@/components/ui/classes'

const KINDS: readonly { kind: PreviewKind; label: string; title: string }[] = [
  { kind: 'text', label: 'Text', title: 'Its sentences can be chosen' },
  { kind: 'pages', label: 'Pages', title: 'As it will print' },
]

interface PreviewSwitchProps {
  shown: PreviewKind
  onChoose: (kind: PreviewKind) => void
}

/** Chooses how a draft is looked at. They are buttons, not radios: on these the desk's single-letter keys go on acting. */
export function PreviewSwitch({ shown, onChoose }: PreviewSwitchProps) {
  const pressed = useRef<HTMLButtonElement>(null)
  // The text that had the focus is not to be seen any more.
  useEffect(() => {
    if (shown === 'pages' && document.activeElement instanceof HTMLIFrameElement) pressed.current?.focus()
  }, [shown])
  return (
    <fieldset className="inline-flex rounded border border-line-strong bg-raised">
      <legend className="sr-only">Look at it as</legend>
      {KINDS.map(({ kind, label, title }) => (
        <button
          key={kind}
          ref={kind === shown ? pressed : undefined}
          type="button"
          title={title}
          aria-pressed={kind === shown}
          onClick={() => onChoose(kind)}
          className={classes(
            'h-[34px] border-r border-line px-3 text-sm first:rounded-l-[3px] last:rounded-r-[3px] last:border-r-0',
            kind === shown ? 'bg-accent text-on-accent' : 'hover:bg-sunken',
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
