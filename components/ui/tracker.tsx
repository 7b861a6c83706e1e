import Link from 'next/link'
import { classes } from '@/components/ui/classes'
import type { Coverage } from '@/lib/core/scoring'

/** One week of a tracker; `label` says it in words. */
export interface TrackerCell {
  key: string
  state: Coverage
  label: string
  href?: string
}

const STATES: Record<Coverage, string> = {
  checked: 'bg-muted',
  incidents: 'border border-line-strong bg-sunken',
  not_checked: 'border border-line-strong hatched',
}

/** Weeks in a row, by what is known of each: filled for checked, outlined for incidents alone, hatched for not checked. */
export function Tracker({
  label,
  cells,
  className,
}: {
  label: string
  cells: readonly TrackerCell[]
  className?: string
}) {
  return (
    <ul aria-label={label} className={classes('flex h-5 gap-0.5', className)}>
      {cells.map(({ key, state, label: words, href }) => (
        <li key={key} title={words} className="h-full min-w-0 flex-1">
          {href === undefined ? (
            <span className={classes('block h-full rounded-[1px]', STATES[state])}>
              <span className="sr-only">{words}</span>
            </span>
          ) : (
            <Link href={href} className={classes('block h-full rounded-[1px]', STATES[state])}>
              <span className="sr-only">{words}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
