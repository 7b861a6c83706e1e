'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** A password that was made just now. It is shown this once: only its hash is kept. */
export function IssuedPasswordNote({
  login,
  password,
  onClose,
}: {
  login: string
  password: string
  onClose: () => void
}) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Callout tone="success" title={`Password of ${login}`} role="status">
      <p className="mt-1">Hand it over now: it is shown this once and kept nowhere.</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code className="rounded border border-line bg-raised px-2 py-1 font-mono text-sm text-ink select-all">
          {password}
        </code>
        {/* Only where the browser lets a page write to the clipboard: not over plain http. */}
        {typeof navigator !== 'undefined' && navigator.clipboard && (
          <Button size="sm" onClick={copy}>
            {copied === null ? 'Copy' : copied ? 'Copied' : 'Select it by hand'}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={onClose}>
          Done
        </Button>
      </div>
    </Callout>
  )
}
