import type { ReactNode } from 'react'
import { Instant } from '@/components/incidents/detail/instant'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/lib/format'
import type { SampleView } from '@/lib/samples/views'

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="text-sm">{children}</dd>
    </div>
  )
}

/** How a sample was drawn: enough to draw it again. `filter` is in words. */
export function SampleFacts({ sample, filter }: { sample: SampleView; filter: string[] }) {
  const { at, by, closedAt, closedBy, units, population, excludeOwn, seed } = sample
  return (
    <Card id="drawn" title="How it was drawn">
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Fact term="Drawn">
          <Instant at={at} /> by {by}
        </Fact>
        <Fact term="From">
          {filter.length > 0 ? filter.join(', ') : 'all approved incidents'}
          {excludeOwn && <span className="text-muted">, without what its coders knew</span>}
        </Fact>
        <Fact term="At random">
          <span className="tabular-nums">
            {formatCount(units)} of {formatCount(population)}
          </span>
          , seed <span className="tabular-nums">{seed}</span>
        </Fact>
        <Fact term="Closed">
          {closedAt ? (
            <>
              <Instant at={closedAt} /> by {closedBy}
            </>
          ) : (
            'not yet'
          )}
        </Fact>
      </dl>
    </Card>
  )
}
