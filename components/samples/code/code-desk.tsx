'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CodingForm } from '@/components/samples/code/coding-form'
import { ProgressBar } from '@/components/samples/coder-progress'
import { samplePath } from '@/components/samples/sample-path'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CodingDesk } from '@/lib/samples/views'

function Finished({ desk }: { desk: CodingDesk }) {
  const { sampleId, status, done, units } = desk
  const closed = status === 'closed'
  return (
    <EmptyState
      title={closed ? 'This sample is closed' : `You have handed in all ${units}`}
      actions={
        <>
          <LinkButton href={samplePath(sampleId)} variant="primary">
            The sample
          </LinkButton>
          <LinkButton href="/samples">All samples</LinkButton>
        </>
      }
    >
      <p>
        {closed
          ? `You handed in ${done} of ${units}. It takes no more.`
          : 'How the others coded is shown once the sample is closed.'}
      </p>
    </EmptyState>
  )
}

/** A coder's place in a sample: how far they are, and the unit that is next. */
export function CodeDesk({ desk, login }: { desk: CodingDesk; login: string }) {
  const router = useRouter()
  const [gone, setGone] = useState<string | null>(null)
  const { unit, done, units, later } = desk
  const onGone = (message: string) => {
    setGone(message)
    router.refresh()
  }
  return (
    <>
      <div className="mb-5 max-w-md">
        <p role="status" className="mb-1 text-sm">
          {unit && <span className="sr-only">Unit {unit.ordinal}. </span>}
          <strong className="font-semibold tabular-nums">
            {done} of {units}
          </strong>{' '}
          handed in{gone && <span className="text-muted">. {gone}</span>}
        </p>
        <ProgressBar done={done} units={units} label="Handed in" />
      </div>
      {unit ? (
        <CodingForm key={unit.ordinal} unit={unit} login={login} later={later} onGone={onGone} />
      ) : (
        <Finished desk={desk} />
      )}
    </>
  )
}
