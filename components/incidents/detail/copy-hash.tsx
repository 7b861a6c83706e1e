'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

const SHOWN = 12

interface CopyHashProps {
  hash: string
  /** What it is the hash of, for those who do not see where it stands: `revision 3`. */
  of: string
  /** All of it is shown from the start. */
  whole?: boolean
  /** What stands before it; nothing in a column that says so. */
  label?: string
}

/** A hash by its first letters, to be copied whole. Where the browser lets nobody copy, the whole of it is shown, selected. */
export function CopyHash({ hash, of, whole = false, label = 'hash' }: CopyHashProps) {
  const code = useRef<HTMLElement>(null)
  const [state, setState] = useState<'short' | 'copied' | 'whole'>('short')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(hash)
      setState('copied')
    } catch {
      // Over plain http there is no clipboard.
      setState('whole')
      requestAnimationFrame(() => code.current && getSelection()?.selectAllChildren(code.current))
    }
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1 text-xs text-muted">
      {label}
      <code ref={code} className="font-mono break-all" title={hash}>
        {whole || state === 'whole' ? hash : `${hash.slice(0, SHOWN)}…`}
      </code>
      <Button size="sm" variant="quiet" onClick={copy} aria-label={`Copy the whole hash of ${of}`}>
        {state === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && 'The hash is copied.'}
      </span>
    </span>
  )
}
