import { WeekWaterfall } from '@/components/charts/week-waterfall'
import { chartNotes } from '@/components/dyads/dyad-words'
import { waterfallModel } from '@/lib/charts/waterfall'
import type { DyadView, WeekParts } from '@/lib/dyads/views'
import { formatScore, formatSigned } from '@/lib/format'

/** The shown week's change, part by part. */
export async function ChangeSection({ view, parts: awaited }: { view: DyadView; parts: Promise<WeekParts> }) {
  const parts = await awaited
  const fresh = parts.change - parts.fading
  return (
    <WeekWaterfall
      model={waterfallModel(parts)}
      reading={`${formatScore(parts.score - parts.change)} to ${formatScore(parts.score)}: new incidents ${formatSigned(fresh)}, fading ${formatSigned(parts.fading)}.`}
      {...chartNotes(view, `${view.shown.weekId}-change`)}
    />
  )
}
