'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { neighbourOf, nextToResolve } from '@/components/samples/adjudicate/next-unit'
import { ResolveForm } from '@/components/samples/adjudicate/resolve-form'
import { UnitList } from '@/components/samples/adjudicate/unit-list'
import { adjudicatePath } from '@/components/samples/sample-path'
import type { Status } from '@/lib/incidents/schema'
import type { Adjudication, UnitToResolve } from '@/lib/samples/views'

interface AdjudicateDeskProps {
  adjudication: Adjudication
  unit: UnitToResolve
  /** Whose drafts are kept. */
  login: string
}

/** The disagreements of a sample, worked one after the other by keyboard. */
export function AdjudicateDesk({ adjudication, unit, login }: AdjudicateDeskProps) {
  const router = useRouter()
  const { sampleId, disagreements } = adjudication
  const { ordinal } = unit
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const open = (next: number | undefined) => {
    if (next !== undefined) router.replace(adjudicatePath(sampleId, next), { scroll: false })
  }
  const resolved = (status: Status) => {
    const next = nextToResolve(disagreements, ordinal)
    const outcome = status === 'approved' ? 'is resolved' : 'waits for review'
    setSaid(`Unit ${ordinal} ${outcome}.${next === undefined ? ' It was the last.' : ''}`)
    open(next)
  }
  useEffect(() => {
    if (ordinal) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [ordinal])
  return (
    <>
      <p role="status" className="mb-3 text-sm text-muted empty:hidden">
        {said}
      </p>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)_20rem]">
        <section
          ref={list}
          aria-label="Units"
          className="max-h-64 overflow-y-auto rounded border lg:sticky lg:top-4 lg:row-span-2 lg:max-h-[calc(100vh-2rem)] xl:row-span-1"
        >
          <UnitList sampleId={sampleId} units={disagreements} open={ordinal} />
        </section>
        <ResolveForm
          key={ordinal}
          sampleId={sampleId}
          unit={unit}
          login={login}
          onResolved={resolved}
          onStale={() => router.refresh()}
          onMove={(step) => open(neighbourOf(disagreements, ordinal, step))}
        />
      </div>
    </>
  )
}
