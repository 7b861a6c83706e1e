import { Delta } from '@/components/ui/delta'
import { DriverList } from '@/components/weeks/driver-list'
import { formatDay } from '@/lib/core/calendar'
import { formatScore } from '@/lib/format'
import type { SpanChange } from '@/lib/weeks/views'

const NAMES: Readonly<Record<number, string>> = { 1: 'One week', 4: 'Four weeks', 52: '52 weeks' }

function Directed({ span, side }: { span: SpanChange; side: 'up' | 'down' }) {
  const drivers = span[side]
  const words = side === 'up' ? 'Raised it most' : 'Lowered it most'
  const nothing = side === 'up' ? 'Nothing raised it.' : 'Nothing lowered it.'
  return (
    <div className="mt-3 print:mt-1.5">
      <h3 className="mb-1 text-xs font-medium text-muted">
        <span aria-hidden="true">{side === 'up' ? '▲' : '▼'}</span> {words}
      </h3>
      {drivers.length === 0 ? (
        <p className="border-t py-1.5 text-sm text-muted">{nothing}</p>
      ) : (
        <DriverList drivers={drivers} label={`${words}, ${NAMES[span.weeks].toLowerCase()}`} />
      )}
    </div>
  )
}

/** The change over one, four and 52 weeks, side by side, each with the incidents that moved it most either way. */
export function SpanColumns({ spans, began }: { spans: readonly SpanChange[]; began: number }) {
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-3 print:grid-cols-3 print:gap-x-4">
      {spans.map((span) => (
        <section key={span.weeks} aria-labelledby={`span-${span.weeks}`} className="min-w-0">
          <h2 id={`span-${span.weeks}`} className="text-sm font-semibold">
            {NAMES[span.weeks]}
          </h2>
          {span.from === null || span.change === null ? (
            <p className="mt-1 text-sm text-muted">
              The record began on {formatDay(began)}; there is no week to compare with.
            </p>
          ) : (
            <>
              <p className="text-xl font-semibold">
                <Delta value={span.change} />
                <span className="ml-2 text-xs font-normal text-muted">
                  from {formatScore(span.from.close)} in {span.from.weekId}
                  {span.from.coverage === 'not_checked' && ', which nobody checked'}
                </span>
              </p>
              <Directed span={span} side="up" />
              <Directed span={span} side="down" />
            </>
          )}
        </section>
      ))}
    </div>
  )
}
