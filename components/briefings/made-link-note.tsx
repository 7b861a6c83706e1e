'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { TextInput } from '@/components/ui/text-input'

/** The address of a link that was just made: it is shown once, for the desk keeps no more than its hash. */
export function MadeLinkNote({ address, onDone }: { address: string; onDone: () => void }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied('Copied.')
    } catch (error) {
      console.warn('The browser did not let it be copied.', error)
      setCopied('The browser did not let it be copied: choose the text and copy it.')
    }
  }
  return (
    <Callout tone="success" role="status" title="The link is made">
      <p>It is shown this once. Whoever has it can read what it leads to.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <TextInput
          aria-label="Address of the link"
          readOnly
          value={address}
          className="min-w-40 flex-1"
          onFocus={({ target }) => target.select()}
        />
        <Button onClick={copy}>Copy</Button>
        <Button variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
      <p role="status" className="mt-1 text-xs text-muted">
        {copied}
      </p>
    </Callout>
  )
}
