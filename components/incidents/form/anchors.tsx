import { classes } from '@/components/ui/classes'
import type { Indicator } from '@/lib/core/codebook'

const PERSISTENCE = { short: 'fades in weeks', medium: 'fades in months', long: 'fades over half a year' } as const

export const TRADE_QUESTION = 'Would you trade two of these for one of the next rung?'

function Anchor({ indicator, place, chosen }: { indicator: Indicator | undefined; place: string; chosen?: boolean }) {
  return (
    <div className={classes('min-w-0 flex-1 p-3', chosen ? 'bg-raised' : 'bg-sunken text-muted')}>
      <p className="text-2xs text-muted">{place}</p>
      {indicator ? (
        <>
          <p className={classes('text-sm', chosen ? 'font-semibold' : 'font-medium')}>
            {indicator.code} · {indicator.label}
          </p>
          <p className="mt-0.5 text-xs">{indicator.anchor}</p>
          {chosen && <p className="mt-1 text-xs text-muted">{PERSISTENCE[indicator.persistence]}</p>}
        </>
      ) : (
        <p className="text-xs">The ladder ends here.</p>
      )}
    </div>
  )
}

interface AnchorsProps {
  indicator: Indicator
  below: Indicator | undefined
  above: Indicator | undefined
  /** One under the other, for a narrow place. */
  stacked?: boolean
}

/** An indicator between its neighbours on the ladder, with the question that decides between them. */
export function Anchors({ indicator, below, above, stacked }: AnchorsProps) {
  return (
    <div>
      <div
        className={classes(
          'flex flex-col divide-y overflow-hidden rounded border',
          !stacked && 'sm:flex-row sm:divide-x sm:divide-y-0',
        )}
      >
        <Anchor indicator={below} place="One rung below" />
        <Anchor indicator={indicator} place="This one" chosen />
        <Anchor indicator={above} place="One rung above" />
      </div>
      <p className="mt-1.5 text-xs text-muted">“{TRADE_QUESTION}” If two rungs fit, take the lower one.</p>
    </div>
  )
}
