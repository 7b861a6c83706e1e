import { type LinePoint, type LinesModel, linesModel } from '@/lib/charts/lines'
import { formatDay, weekIdOf } from '@/lib/core/calendar'
import type { AheadView } from '@/lib/what-if/views'

/**
 * The model of the time ahead: the weekly closes of the record, then from the last day that counts what fading alone leaves,
 * and what the score would be with what is supposed. Weeks that nobody checked have no figure; what is ahead is no gap.
 */
export function aheadModel({ past, future, bands, supposed }: AheadView): LinesModel {
  const points: LinePoint[] = [
    ...past.map(({ day, weekStart, coverage }) => ({ day, name: weekIdOf(weekStart), coverage })),
    ...future.map(({ day }, index) => ({
      day,
      name: index === 0 ? `now, ${formatDay(day)}` : formatDay(day),
      coverage: null,
    })),
  ]
  const before = past.map(() => null)
  const closes = past.map(({ close, coverage }) => (coverage === 'not_checked' ? null : close))
  const record = { key: 'record', label: 'weekly closes on record', stroke: 'solid' as const, scores: closes }
  const alone = {
    key: 'alone',
    label: 'if nothing happens',
    stroke: 'dashed' as const,
    scores: [...before, ...future.map((point) => point.alone)],
  }
  const added = {
    key: 'added',
    label: 'with what is supposed',
    stroke: 'dotted' as const,
    scores: [...before, ...future.map((point) => point.added)],
  }
  return linesModel({
    caption: 'Weekly closes on record, and the year ahead by arithmetic alone',
    pointLabel: 'Day',
    points,
    lines: supposed.length > 0 ? [record, alone, added] : [record, alone],
    bands,
  })
}
