'use client'

import { useEffect, useRef, useState } from 'react'
import { type AskedJob, FollowedJob, isRunning, type Job } from '@/components/briefings/follow-job'
import { newId } from '@/lib/incidents/draft-store'

/** What was asked for last. */
interface Asked<J extends Job> {
  followed: FollowedJob<J>
  /** What it was, and under which id. */
  what: string
  requestId: string
}

/**
 * Has one job at a time done at an address of the API: asks how far it is, says when it is done, or gives it up. What is asked for
 * again, since there was no answer, is asked for under the same id: it may have begun.
 */
export function useJob<J extends Job>(base: string, done: (job: J) => void) {
  const [asked, setAsked] = useState<AskedJob<J> | null>(null)
  const last = useRef<Asked<J> | null>(null)
  useEffect(() => () => last.current?.followed.leave(), [])
  return {
    asked,
    running: asked !== null && (asked.job === null ? asked.error === '' : isRunning(asked.job)),
    /** `revision` is that of what the job is made from, where the body does not say it. */
    start: (body: object, revision?: number) => {
      const before = last.current
      before?.followed.leave()
      const what = JSON.stringify([body, revision])
      const again = before?.what === what && !before.followed.answered
      const requestId = again ? before.requestId : newId()
      const followed = new FollowedJob<J>({ base, body: { ...body, requestId }, tell: setAsked, done })
      last.current = { followed, what, requestId }
      void followed.begin()
    },
    cancel: () => void last.current?.followed.cancel(),
  }
}
