import Link from 'next/link'
import { CodersProgress } from '@/components/samples/coder-progress'
import { agreementPath, codePath, samplePath } from '@/components/samples/sample-path'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { dayOf, formatDay } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'
import type { SampleRow } from '@/lib/samples/views'

const dayText = (instant: string) => formatDay(dayOf(instant.slice(0, 10)))

/** Units that the viewer still has to hand in; 0 in a closed sample and in others’. */
export function leftOf({ mine, status, coders, units }: SampleRow, accountId: string | null): number {
  const own = coders.find(({ id }) => id === accountId)
  return mine && own && status === 'open' ? units - own.done : 0
}

function Sample({ sample, accountId }: { sample: SampleRow; accountId: string | null }) {
  const { id, title, status, closedAt, units, coders, mine } = sample
  const left = leftOf(sample, accountId)
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link href={samplePath(id)} data-row="" className="font-medium hover:underline">
              {title}
            </Link>
            {status === 'open' ? <Badge tone="warning">Open</Badge> : <Badge>Closed</Badge>}
            {mine && <Badge>you code</Badge>}
          </p>
          <p className="text-xs text-muted">
            {formatPlural(units, 'unit')}, drawn {dayText(sample.at)} by {sample.by}
            {closedAt && `, closed ${dayText(closedAt)}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {left > 0 && (
            <LinkButton size="sm" variant="primary" href={codePath(id)}>
              Code {left === units ? 'it' : `the ${left} left`}
            </LinkButton>
          )}
          {!(mine && status === 'open') && (
            <LinkButton size="sm" href={agreementPath([id])}>
              Agreement
            </LinkButton>
          )}
        </div>
      </div>
      <div className="mt-2.5">
        <CodersProgress coders={coders} units={units} />
      </div>
    </li>
  )
}

/** Samples, newest first, with what the viewer has to do in them. */
export function SampleList({ samples, accountId }: { samples: readonly SampleRow[]; accountId: string | null }) {
  return (
    <ul className="divide-y rounded border">
      {samples.map((sample) => (
        <Sample key={sample.id} sample={sample} accountId={accountId} />
      ))}
    </ul>
  )
}
