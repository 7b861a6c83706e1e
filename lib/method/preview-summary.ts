import type { DyadPreview, PreviewWeek } from './views'

/** The weeks that somebody looked at: others have no score that is shown. */
const told = ({ weeks }: DyadPreview): PreviewWeek[] => weeks.filter(({ coverage }) => coverage !== 'not_checked')

/** The covered weeks whose band would be another one, oldest first. */
export const weeksOfOtherBand = (preview: DyadPreview): PreviewWeek[] =>
  told(preview).filter(({ bandBefore, bandAfter }) => bandBefore !== bandAfter)

/** The covered week whose close would change most, the latest of equals; undefined where none changes. */
export function largestChange(preview: DyadPreview): PreviewWeek | undefined {
  const size = ({ before, after }: PreviewWeek) => Math.abs(after - before)
  const changed = told(preview).filter((week) => size(week) > 0)
  return changed.reduce<PreviewWeek | undefined>(
    (best, week) => (best && size(best) > size(week) ? best : week),
    undefined,
  )
}

/** The last covered week, which a dyad is ranked by; undefined without any. */
export const latestWeek = (preview: DyadPreview): PreviewWeek | undefined => told(preview).at(-1)

/** A dyad's place among those previewed, from 1, by the close of its last covered week. */
export interface Ranked {
  before: number
  after: number
}

/** The places of some dyads before and after; one without a covered week has none. Equal closes go by id. */
export function ranksOf(previews: readonly DyadPreview[]): Map<string, Ranked> {
  const latest = previews.flatMap((preview) => {
    const week = latestWeek(preview)
    return week ? [{ dyadId: preview.dyadId, before: week.before, after: week.after }] : []
  })
  const placesBy = (key: 'before' | 'after') => {
    const inOrder = [...latest].sort((a, b) => b[key] - a[key] || (a.dyadId < b.dyadId ? -1 : 1))
    return new Map(inOrder.map(({ dyadId }, index) => [dyadId, index + 1]))
  }
  const [before, after] = [placesBy('before'), placesBy('after')]
  return new Map(
    latest.map(({ dyadId }) => [dyadId, { before: before.get(dyadId) ?? 0, after: after.get(dyadId) ?? 0 }]),
  )
}
