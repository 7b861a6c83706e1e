'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

const SHOWN = 12

/** A hash by its first letters, to be copied whole. Where the browser lets nobody copy, the whole of it is shown, selected. */
export function CopyHash({ hash, revision }: { hash: string; revision: number }) {
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
      hash
      <code ref={code} className="font-mono break-all" title={hash}>
        {state === 'whole' ? hash : `${hash.slice(0, SHOWN)}…`}
      </code>
      <Button size="sm" variant="quiet" onClick={copy} aria-label={`Copy the whole hash of revision ${revision}`}>
        {state === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && 'The hash is copied.'}
      </span>
    </span>
  )
}
