'use client'

import Link from 'next/link'
import { useLayoutEffect, useRef } from 'react'
import { WeekEffect } from '@/components/incidents/effect-words'
import type { Saved } from '@/components/incidents/form/save-new'
import { incidentPath } from '@/components/incidents/incident-path'
import { Callout } from '@/components/ui/callout'
import type { Status } from '@/lib/incidents/schema'
import type { Preview } from '@/lib/incidents/views'

/** A save that the server has acknowledged, with what it will do to the week. */
export interface SavedEntry {
  saved: Saved
  title: string
  effect: Preview | null
  /** It corrects something that counts. */
  corrects: boolean
  /** It said already what was sent, so nothing was written. */
  unchanged?: boolean
}

/** What a save left behind, and what counts meanwhile. */
function standingOf(status: Status, corrects: boolean): string {
  if (status === 'in_review')
    return corrects
      ? 'The correction waits for review; until then what counted goes on to count.'
      : 'It waits for review and adds nothing yet.'
  if (status === 'draft')
    return corrects ? 'The correction is a draft; what counts is unchanged.' : 'It is a draft and adds nothing yet.'
  return 'It counts as it is.'
}

/** That it is saved, where it stands, and what it will do to the score. `takesFocus`: the form that had it is done. */
export function SavedNotice({ entry, takesFocus }: { entry: SavedEntry; takesFocus?: boolean }) {
  const link = useRef<HTMLAnchorElement>(null)
  useLayoutEffect(() => {
    if (takesFocus && entry) link.current?.focus()
  }, [takesFocus, entry])
  const { saved, title, effect, corrects, unchanged } = entry
  const href = incidentPath(saved)
  if (unchanged) return <Callout role="status" title="Nothing was changed, so nothing was saved" />
  return (
    <Callout tone="success" role="status" title={saved.revision > 1 ? `Saved as revision ${saved.revision}` : 'Saved'}>
      <Link ref={link} className="link font-medium" href={href}>
        {saved.id}: {title}
      </Link>
      . {standingOf(saved.status, corrects)}
      {saved.status !== 'draft' && effect && (
        <span data-testid="new-close">
          {' '}
          {saved.status === 'in_review' && 'Once approved, '}
          <WeekEffect preview={effect} />.
        </span>
      )}
    </Callout>
  )
}
