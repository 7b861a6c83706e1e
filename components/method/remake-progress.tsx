'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { formatPlural } from '@/lib/format'
import { rebuildStepAction } from '@/lib/method/actions'
import type { RemakeProgress as Progress } from '@/lib/method/views'

interface RemakeProgressProps {
  progress: Progress
  /** Whether this reader's page does the work; others only see how far it is. */
  mayRemake: boolean
}

const UNREACHABLE = 'The server could not be reached.'

/** Asks for step after step until no series is left, the page is left, or somebody stops it. */
function useRemaking(first: Progress, mayRemake: boolean) {
  const [progress, setProgress] = useState(first)
  const [running, setRunning] = useState(false)
  const [worked, setWorked] = useState(false)
  const [failure, setFailure] = useState('')
  const turn = useRef(0)

  const stop = useCallback(() => {
    turn.current++
    setRunning(false)
  }, [])

  const run = useCallback(async () => {
    const mine = ++turn.current
    setRunning(true)
    setWorked(true)
    setFailure('')
    for (let left = true; left; ) {
      const result = await rebuildStepAction().catch((error: unknown) => {
        console.warn('A step got no answer.', error)
        return null
      })
      if (turn.current !== mine) return
      if (!result?.ok) {
        setFailure(result?.message ?? UNREACHABLE)
        break
      }
      setProgress(result.data)
      left = result.data.left > 0
    }
    setRunning(false)
  }, [])

  const { left } = first
  useEffect(() => {
    if (mayRemake && left > 0) run()
    return stop
  }, [mayRemake, left, run, stop])

  return { progress: worked ? progress : first, running, worked, failure, run, stop }
}

function versionsInWords({ byVersion, inUse }: Progress): string {
  const others = byVersion.filter(({ methodId }) => methodId !== inUse)
  return others.map(({ methodId, dyads }) => `${formatPlural(dyads, 'dyad')} by ${methodId}`).join(', ')
}

/** How far the scores on the desk have followed the version in use, and the work itself, for those who may do it. */
export function RemakeProgress({ progress: first, mayRemake }: RemakeProgressProps) {
  const { progress, running, worked, failure, run, stop } = useRemaking(first, mayRemake)
  const { inUse, dyads, left } = progress
  const done = dyads - left
  if (left === 0 && !worked) return null
  if (left === 0) {
    return (
      <Callout tone="success" role="status" className="mb-6" title={`Every score is made by version ${inUse} now.`} />
    )
  }
  return (
    <Callout
      tone="warning"
      className="mb-6"
      title={`${running ? 'Making' : 'Not made anew yet:'} the scores by version ${inUse}`}
    >
      <p role="status">
        {done} of {formatPlural(dyads, 'dyad')} done; still shown as before: {versionsInWords(progress)}. Each dyad’s
        page names the version that made its figures.
      </p>
      <progress className="mt-2 block h-2 w-full max-w-md accent-accent" value={done} max={dyads}>
        {done} of {dyads}
      </progress>
      {failure !== '' && (
        <p role="alert" className="mt-2 font-medium text-danger">
          {failure}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-3" data-print="hide">
        {mayRemake &&
          (running ? (
            <Button size="sm" onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button size="sm" onClick={run}>
              Go on
            </Button>
          ))}
        <p className="text-muted">
          Leaving this page loses nothing: what is left is made at the next save of the dyad, or within half a day.
        </p>
      </div>
    </Callout>
  )
}
