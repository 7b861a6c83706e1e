import { LevelsChart } from '@/components/charts/levels-chart'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import { chartNotes } from '@/components/dyads/dyad-words'
import { dyadHrefOf } from '@/components/patterns/patterns-path'
import { MOST_SIGNALS, SignalRules, SignalTable } from '@/components/patterns/signal-table'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { levelsModel } from '@/lib/charts/levels'
import { weekIdOf } from '@/lib/core/calendar'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'
import type { SignalsView } from '@/lib/patterns/views'

interface SignalsSectionProps {
  view: DyadView
  address: DyadAddress
  signals: Promise<SignalsView>
}

/** What there is beyond the rows that are shown. */
function Rest({ signals: { signals, withheld } }: { signals: SignalsView }) {
  const hidden = signals.length > MOST_SIGNALS
  if (!hidden && withheld === 0) return null
  return (
    <p className="border-t px-4 py-2 text-xs text-muted">
      {hidden && `Shown are the ${MOST_SIGNALS} latest of ${formatPlural(signals.length, 'signal')}; the CSV has all. `}
      {withheld > 0 &&
        `${formatPlural(withheld, 'signal is', 'signals are')} left out, for they would tell how the record codes an incident that you are to code.`}
    </p>
  )
}

/** The levels that the closes kept, and every week that stood out. */
export async function SignalsSection({ view, address, signals: awaited }: SignalsSectionProps) {
  const signals = await awaited
  const [first, last] = [signals.weeks[0], signals.weeks.at(-1)]
  if (!first || !last) {
    return (
      <EmptyState title="No week of this record is over and covered yet.">
        <p>Signals are told of whole weeks that have incidents, or that somebody attested as checked.</p>
      </EmptyState>
    )
  }
  const changes = signals.signals.flatMap((signal) => (signal.kind === 'changePoint' ? [signal] : [])).toReversed()
  const model = levelsModel(signals.weeks, signals.levels, changes, view.bands)
  const weeks = new Set(signals.signals.map(({ weekStart }) => weekStart)).size
  const dyadHref = dyadHrefOf(address)
  return (
    <>
      <div data-card="" className="mb-6 rounded border bg-raised">
        <LevelsChart
          model={model}
          dyadHref={dyadHref}
          reading={
            changes.length === 0
              ? 'The level of the closes did not change.'
              : `${formatPlural(changes.length, 'change')} of level, dashed; the grey bars are the mean closes between them. Found with hindsight: later weeks can move them.`
          }
          {...chartNotes(view, 'change-points')}
        />
      </div>
      <Card
        id="signal-list"
        title={`What stood out (${signals.signals.length})`}
        lead={`In ${formatPlural(weeks, 'week')} from ${weekIdOf(first.weekStart)} to ${weekIdOf(last.weekStart)}. Weeks that nobody checked, and the running week, are left out.`}
        padded={false}
      >
        {signals.signals.length === 0 ? (
          <p className="px-4 py-6 text-sm text-muted">Nothing stood out by these rules.</p>
        ) : (
          <SignalTable signals={signals.signals.slice(0, MOST_SIGNALS)} dyadId={view.dyadId} dyadHref={dyadHref} />
        )}
        <Rest signals={signals} />
        <SignalRules />
      </Card>
    </>
  )
}
