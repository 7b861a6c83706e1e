'use client'

import { type FormEvent, useState } from 'react'
import { useSettled } from '@/components/watch/use-settled'
import type { ActionResult } from '@/lib/form-action'
import { newId } from '@/lib/incidents/draft-store'

interface Written {
  id: string
  revision: number
}

/** What a save says of itself: a new thing is made once, however often it is sent, and a change names what it started from. */
interface SaveKey {
  requestId: string
  baseRevision: number
}

/** What is stored of it, as far as the form goes. */
interface Stand {
  revision: number
  says: string
}

/**
 * Whether a form goes on from what is stored now. Switched on or put aside beside the form, it has a later revision that says nothing
 * else of the fields; what the form saved itself, it says otherwise than before. A later revision that says something else is somebody
 * else's: that save is to be refused, so that nobody's words are lost.
 */
function isOwn(base: Stand, now: Stand): boolean {
  return now.revision > base.revision
    ? now.says === base.says
    : now.revision === base.revision && now.says !== base.says
}

/**
 * What the form of something with revisions does, whatever its fields are. `stored` is undefined while there is nothing to change;
 * `start` is what is stored as the form holds it. What is typed stays when a save is refused, and when the page is read anew.
 */
export function useKeptForm<F extends object>(stored: { revision: number } | undefined, start: F) {
  const says = JSON.stringify(start)
  const [fields, setFields] = useState(start)
  const [requestId] = useState(newId)
  const [base, setBase] = useState({ revision: stored?.revision ?? 0, says })
  const [saved, setSaved] = useState(false)
  const { failure, pending, run } = useSettled()
  if (stored && isOwn(base, { revision: stored.revision, says })) setBase({ revision: stored.revision, says })
  const set = (change: Partial<F>) => {
    setSaved(false)
    setFields((before) => ({ ...before, ...change }))
  }
  const save = (work: (key: SaveKey) => Promise<ActionResult<Written>>, made: (written: Written) => void) =>
    run(
      () => work({ requestId, baseRevision: base.revision }),
      (written) => {
        if (!stored) return made(written)
        setBase({ ...base, revision: written.revision })
        setSaved(true)
      },
    )
  return {
    fields,
    set,
    failure,
    errors: failure?.fieldErrors,
    pending,
    saved: saved && !failure,
    /** Goes on from the revision that somebody else wrote. */
    take: (revision: number) => setBase({ ...base, revision }),
    /** Handles the form's submit. `made` is called when a new one is there. */
    onSubmit:
      (...how: Parameters<typeof save>) =>
      (event: FormEvent) => {
        event.preventDefault()
        save(...how)
      },
  }
}
