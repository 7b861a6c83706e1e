import Link from 'next/link'
import type { RefObject } from 'react'
import { incidentPath } from '@/components/incidents/incident-path'
import { HINDRANCE_WORDS } from '@/components/review/review-words'
import type { OpenItem } from '@/components/review/use-decisions'
import { Button, LinkButton } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

interface DecisionBarProps {
  item: OpenItem
  /** The viewer's own hand is in it and the team allows them to approve it: that will be shown. */
  ownAllowed: boolean
  busy: boolean
  returnButton: RefObject<HTMLButtonElement | null>
  onApprove: () => void
  onReturn: () => void
}

/** The decisions on the open item with their keys, and why one of them is not offered. */
export function DecisionBar({ item, ownAllowed, busy, returnButton, onApprove, onReturn }: DecisionBarProps) {
  const { hindrance } = item
  const path = incidentPath(item)
  const waits = hindrance !== 'not-waiting'
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        {waits && (
          <>
            <Button
              variant="primary"
              disabled={busy || hindrance !== null}
              aria-describedby={hindrance ? 'hindrance' : undefined}
              onClick={onApprove}
            >
              {busy ? 'Saving…' : 'Approve'} <Key>a</Key>
            </Button>
            <Button ref={returnButton} disabled={busy} onClick={onReturn}>
              Return <Key>r</Key>
            </Button>
            <LinkButton variant="quiet" href={`${path}/edit`}>
              Edit <Key>e</Key>
            </LinkButton>
          </>
        )}
        <Link className="link ml-auto text-sm" href={path}>
          Open the incident
        </Link>
      </div>
      {hindrance && (
        <p id="hindrance" className="mt-2 text-sm text-muted">
          {HINDRANCE_WORDS[hindrance]}
        </p>
      )}
      {ownAllowed && hindrance === null && (
        <p className="mt-2 text-sm text-muted">
          You wrote part of this. The team’s setting lets you approve it; the incident will show that you did.
        </p>
      )}
    </div>
  )
}

function Key({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="hidden sm:inline">
      <Kbd>{children}</Kbd>
    </span>
  )
}
