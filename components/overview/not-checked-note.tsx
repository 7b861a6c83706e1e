import { weekIdOf } from '@/lib/core/calendar'
import { bandOfScoreAmong } from '@/lib/core/scoring'
import type { OverviewRow } from '@/lib/dyads/views'
import { formatScore } from '@/lib/format'

/** Since when nobody looked, and what the arithmetic alone leaves: never an ordinary figure. */
export function NotCheckedNote({ row, className }: { row: OverviewRow; className?: string }) {
  const { notCheckedSince, arithmetic, bands } = row
  if (notCheckedSince === null) return null
  return (
    <p className={className}>
      Not checked since {weekIdOf(notCheckedSince)}
      {arithmetic !== null && (
        <span className="text-muted">
          {' '}
          · arithmetic alone: {formatScore(arithmetic)} {bandOfScoreAmong(arithmetic, bands).name}
        </span>
      )}
    </p>
  )
}
