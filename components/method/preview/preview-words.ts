import { formatPlural } from '@/lib/format'
import { latestWeek, ranksOf, weeksOfOtherBand } from '@/lib/method/preview-summary'
import type { DyadPreview } from '@/lib/method/views'

/** What a draft would do to some dyads, in a sentence. */
export function previewSentence(previews: readonly DyadPreview[]): string {
  const other = previews.filter((preview) => {
    const week = latestWeek(preview)
    return week !== undefined && week.bandBefore !== week.bandAfter
  }).length
  const moved = [...ranksOf(previews).values()].filter(({ before, after }) => before !== after).length
  const weeks = previews.reduce((sum, preview) => sum + weeksOfOtherBand(preview).length, 0)
  const told = previews.reduce(
    (sum, preview) => sum + preview.weeks.filter(({ coverage }) => coverage !== 'not_checked').length,
    0,
  )
  const dyads = formatPlural(previews.length, 'dyad')
  return (
    `Of ${dyads}, ${other || 'none'} would be in another band now and ${moved || 'none'} would change places. ` +
    `${weeks || 'None'} of ${formatPlural(told, 'checked week')} would change band.`
  )
}
