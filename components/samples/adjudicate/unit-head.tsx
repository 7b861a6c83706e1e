import Link from 'next/link'
import type { ReactNode } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { incidentPath } from '@/components/incidents/incident-path'
import { Callout } from '@/components/ui/callout'
import { Direction } from '@/components/ui/direction'
import type { ResolveHindrance, UnitToResolve } from '@/lib/samples/views'

/** Why a unit cannot be resolved, and what to do about it. */
const WORDS: Record<Exclude<ResolveHindrance, 'resolved'>, (link: ReactNode) => ReactNode> = {
  own: () => 'You code in this sample, so somebody else resolves its disagreements.',
  author: () => 'You wrote what this incident says, so somebody else resolves how it is coded.',
  proposal: (link) => <>A change of this incident waits to be decided. Decide it first: {link}.</>,
  'not-approved': (link) => <>This incident does not count any more, so there is nothing to resolve: {link}.</>,
  unfinished: () =>
    'Not all coders have handed this unit in yet. Wait for them, excuse who has left, or close the sample.',
}

/** What a unit is about, and where it stands. */
export function UnitHead({ unit }: { unit: UnitToResolve }) {
  const { title, summary, actor, target, mutual, id, resolved, hindrance, changedSince } = unit
  const link = (
    <Link className="link" href={incidentPath(unit)}>
      {id}
    </Link>
  )
  return (
    <div className="space-y-3">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="flex flex-wrap gap-x-3 text-sm">
          <Direction actor={actor} target={target} mutual={mutual} />
          <span className="text-muted">{link}</span>
        </p>
        {summary && <p className="mt-2 max-w-prose text-sm whitespace-pre-line">{summary}</p>}
      </div>
      {resolved && (
        <Callout tone="success" title={`Resolved by ${resolved.by}`}>
          <p>
            <Instant at={resolved.at} />, by revision {resolved.revision} of {link}. The codings below stay as they were
            handed in.
          </p>
        </Callout>
      )}
      {hindrance !== null && hindrance !== 'resolved' && (
        <Callout tone="warning" title="This cannot be resolved now">
          <p>{WORDS[hindrance](link)}</p>
        </Callout>
      )}
      {changedSince && hindrance === null && (
        <p className="text-xs text-muted">
          The incident was changed after it was drawn; “counts now” is what it says today.
        </p>
      )}
    </div>
  )
}
