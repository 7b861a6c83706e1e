import Link from 'next/link'
import { certaintyPath } from '@/components/certainty/certainty-path'
import { confidenceWords } from '@/components/certainty/certainty-words'
import type { DyadAddress } from '@/components/dyads/dyad-address'
import type { CertaintyLine as Line } from '@/lib/certainty/views'
import { weekIdOf } from '@/lib/core/calendar'
import { formatSpan } from '@/lib/format'

/** How sure the figure beside it is: its data interval, and the confidence with the reasons that decide. */
export async function CertaintyLine({ line, address }: { line: Promise<Line>; address: DyadAddress }) {
  const { weekStart, p05, p95, confidence } = await line
  return (
    <>
      interval <span className="tabular-nums text-ink">{formatSpan({ low: p05, high: p95 })}</span> (data) · confidence{' '}
      {confidenceWords(confidence)} ·{' '}
      <Link href={certaintyPath({ ...address, week: weekIdOf(weekStart) })} className="link">
        how sure
      </Link>
    </>
  )
}
