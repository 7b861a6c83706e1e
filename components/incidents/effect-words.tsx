import { Delta } from '@/components/ui/delta'
import { WeekLabel } from '@/components/ui/week-label'
import { displayOf } from '@/lib/core/scoring'
import { formatScore } from '@/lib/format'
import type { Preview, PreviewScore } from '@/lib/incidents/views'

/** `76.8 → 80.9 (▲4.1), stays Crisis`. */
export function ScoreChange({ before, after }: { before: PreviewScore; after: PreviewScore }) {
  const change = displayOf(after.score) - displayOf(before.score)
  const band = before.band === after.band ? `stays ${after.band}` : `${before.band} → ${after.band}`
  return (
    <>
      {formatScore(before.score)} → <strong className="font-semibold">{formatScore(after.score)}</strong> (
      <Delta value={change} />
      ), {band}
    </>
  )
}

/** `2025-W27 close 76.8 → 80.9 (▲4.1), stays Crisis`: what an incident does to its week, and to the one that it leaves. */
export function WeekEffect({ preview: { weekStart, week, left } }: { preview: Preview }) {
  return (
    <>
      <WeekLabel weekStart={weekStart} /> close <ScoreChange {...week} />
      {left && (
        <>
          ; <WeekLabel weekStart={left.weekStart} />, which it leaves, <ScoreChange {...left.week} />
        </>
      )}
    </>
  )
}
