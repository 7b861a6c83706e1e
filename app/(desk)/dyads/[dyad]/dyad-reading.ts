import { notFound } from 'next/navigation'
import { asOfOfAddress, type DyadAddress } from '@/components/dyads/dyad-address'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { weekStartFromId } from '@/lib/core/calendar'
import { dyadView } from '@/lib/dyads/queries'
import type { Reading } from '@/lib/dyads/series-source'
import type { DyadView } from '@/lib/dyads/views'
import { isDeskError } from '@/lib/errors'

/** Which record an address asks for. The preview of what is proposed is for those who may see it; others get what counts. */
export function readingOf(viewer: Viewer, address: DyadAddress): Reading & { unreviewed: boolean } {
  const unreviewed = address.unreviewed && may(viewer, 'incident:read-unpublished')
  return { asOf: asOfOfAddress(address), unreviewed }
}

/**
 * The dyad as the address asks for it; null as of a moment when nothing was known of it. A week that the record of then does
 * not have is answered with its first or with the one that it opens at, and stays in the address: the slider may come back to it.
 */
export async function viewOrNothing(viewer: Viewer, address: DyadAddress, reading: Reading): Promise<DyadView | null> {
  const { dyadId, week } = address
  const other = reading.asOf !== undefined || reading.unreviewed === true
  const opened = await found(dyadView(viewer, dyadId, { week, ...reading }))
  if (opened || !other) return opened ?? notFound()
  const usual = week === undefined ? null : await found(dyadView(viewer, dyadId, reading))
  if (!usual || week === undefined) return reading.asOf ? null : notFound()
  const before = weekStartFromId(week) < usual.began
  return before ? dyadView(viewer, dyadId, { week: usual.weeks[0].weekId, ...reading }) : usual
}

/** What was asked for, or null where there is no such dyad or week. */
async function found(asked: Promise<DyadView>): Promise<DyadView | null> {
  return asked.catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'NOT_FOUND') return null
    throw error
  })
}

/** The weeks before and after the one that the page is about. */
export function neighboursOf(view: DyadView, pathOf: (weekId: string) => string) {
  const index = view.weeks.findIndex(({ weekStart }) => weekStart === view.shown.weekStart)
  const step = (at: number) => {
    const week = view.weeks[at]
    return week ? { weekId: week.weekId, href: pathOf(week.weekId) } : null
  }
  return { previous: step(index - 1), next: step(index + 1) }
}
