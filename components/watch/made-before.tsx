import Link from 'next/link'
import type { Failure } from '@/components/watch/use-settled'
import { madeBefore } from '@/lib/again'

interface MadeBeforeProps {
  failure: Failure
  pathOf: (id: string) => string
}

/** Leads to what an earlier save made, where a later one was refused because of it. */
export function MadeBefore({ failure, pathOf }: MadeBeforeProps) {
  const id = madeBefore(failure.detail)
  if (id === null) return null
  return (
    <p>
      <Link className="link" href={pathOf(id)}>
        Open what was made
      </Link>
      . What you typed is still here.
    </p>
  )
}
