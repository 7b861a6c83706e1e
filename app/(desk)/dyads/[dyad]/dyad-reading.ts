import { notFound, redirect } from 'next/navigation'
import { asOfOfAddress, type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
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
 * not have is answered with the one that it opens at.
 */
export async function viewOrNothing(viewer: Viewer, address: DyadAddress, reading: Reading): Promise<DyadView | null> {
  const { dyadId, week } = address
  try {
    return await dyadView(viewer, dyadId, { week, ...reading })
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'NOT_FOUND') throw error
    if (reading.asOf && week !== undefined) redirect(dyadPath({ ...address, week: undefined, after: undefined }))
    if (reading.asOf) return null
    notFound()
  }
}
