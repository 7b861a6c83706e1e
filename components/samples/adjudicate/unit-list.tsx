import Link from 'next/link'
import { DIFFERENCE_WORDS } from '@/components/samples/difference-words'
import { adjudicatePath } from '@/components/samples/sample-path'
import { classes } from '@/components/ui/classes'
import type { SampleUnit } from '@/lib/samples/views'

interface UnitListProps {
  sampleId: string
  units: readonly SampleUnit[]
  /** Number of the unit that is open. */
  open: number | null
}

/** The units whose codings differ, with in what; those that are resolved are marked. */
export function UnitList({ sampleId, units, open }: UnitListProps) {
  return (
    <ol aria-label="Disagreements" className="divide-y">
      {units.map(({ ordinal, title, resolved, difference }) => (
        <li key={ordinal}>
          <Link
            href={adjudicatePath(sampleId, ordinal)}
            replace
            scroll={false}
            aria-current={ordinal === open ? 'true' : undefined}
            className={classes(
              'block border-l-[3px] px-3 py-2 hover:bg-sunken',
              ordinal === open ? 'border-ink bg-sunken' : 'border-transparent',
            )}
          >
            <span className="flex items-center justify-between gap-2 text-xs text-muted">
              <span className="tabular-nums">Unit {ordinal}</span>
              {resolved && (
                <span className="text-success">
                  <span aria-hidden="true">✓ </span>resolved
                </span>
              )}
            </span>
            <span
              className={classes('mt-0.5 line-clamp-2 text-sm', ordinal === open ? 'font-semibold' : 'font-medium')}
            >
              {title}
            </span>
            {difference && <span className="text-xs text-muted">{DIFFERENCE_WORDS[difference]}</span>}
          </Link>
        </li>
      ))}
    </ol>
  )
}
