import Link from 'next/link'
import { indicatorPath } from '@/components/codebook/indicator-path'
import { classes } from '@/components/ui/classes'
import { type Indicator, ladderOf, neighboursOf } from '@/lib/core/codebook'
import { formatRung } from '@/lib/format'

/** The ladder that an indicator stands on, from the top rung down, with its neighbours' anchors in full. */
export function LadderList({ indicator }: { indicator: Indicator }) {
  const { below, above } = neighboursOf(indicator.code)
  return (
    <ol className="flex flex-col">
      {ladderOf(indicator.category)
        .reverse()
        .map((step) => {
          const current = step.code === indicator.code
          const near = step.code === below?.code || step.code === above?.code
          return (
            <li
              key={step.code}
              aria-current={current ? 'true' : undefined}
              className={classes(
                'grid grid-cols-[2.5rem_1fr] border-l-[3px] py-1.5 pr-2 pl-3 text-sm',
                current ? 'border-l-ink bg-sunken font-semibold' : 'border-l-line',
                step.rung === -1 && 'mt-1 border-t border-t-line-strong',
              )}
            >
              <span className="tabular-nums">{formatRung(step.rung)}</span>
              <span>
                {current ? (
                  step.label
                ) : (
                  <Link href={indicatorPath(step.code)} className="link">
                    {step.label}
                  </Link>
                )}
                {near && <span className="mt-0.5 block text-muted">{step.anchor}</span>}
              </span>
            </li>
          )
        })}
    </ol>
  )
}
