'use client'

import { useRef, useState } from 'react'
import { settle } from '@/components/review/settle'
import type { ActionResult } from '@/lib/form-action'

/** How far a job of several steps has come. */
export interface Steps {
  phase: 'ready' | 'running' | 'done' | 'stopped' | 'failed'
  done: number
  total: number
  /** Why it failed. */
  message: string
}

interface Step {
  done: number
  left: number
}

const READY: Steps = { phase: 'ready', done: 0, total: 0, message: '' }

/** Runs a job step by step until nothing is left, or until it is told to stop, which it does between two steps. */
export function useSteps() {
  const [steps, setSteps] = useState<Steps>(READY)
  const stopping = useRef(false)

  const run = async (expected: number, step: () => Promise<ActionResult<Step>>) => {
    stopping.current = false
    let now: Steps = { phase: 'running', done: 0, total: expected, message: '' }
    setSteps(now)
    while (now.phase === 'running') {
      const result = await settle(step())
      now = result.ok ? after(now, result.data, stopping.current) : { ...now, phase: 'failed', message: result.message }
      setSteps(now)
    }
  }
  const stop = () => {
    stopping.current = true
  }
  return { steps, run, stop }
}

/** A step that did nothing is the last: what is left then cannot be done. */
function after({ done, total }: Steps, step: Step, stopped: boolean): Steps {
  const all = done + step.done
  const over = step.left === 0 || step.done === 0
  const phase = over ? 'done' : stopped ? 'stopped' : 'running'
  return { phase, done: all, total: over ? all : Math.max(total, all + step.left), message: '' }
}
