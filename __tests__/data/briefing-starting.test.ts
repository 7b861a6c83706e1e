import { refreshDraft } from '@/lib/briefings/commands'
import { getDraft } from '@/lib/briefings/queries'
import { lastCoveredWeek, recordChangesSince } from '@/lib/briefings/starting'
import { weekIdOf } from '@/lib/core/calendar'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

test('a draft is told how many incidents of its dyads came since its record was read, and none of other dyads', async () => {
  const analyst = await viewerWith('analyst', 'Ada')
  expect(weekIdOf(await lastCoveredWeek(analyst))).toBe('2025-W27')
  const { id } = await draftBy(analyst)
  const changes = async () => recordChangesSince(analyst, await getDraft(analyst, id))
  expect(await changes()).toBe(0)
  await logApproved(makeIncident({ title: 'Moscow closes the border', code: 'SEC+3' }))
  await logApproved(makeIncident({ actor: 'ARM', target: 'AZE' }))
  expect(await changes()).toBe(1)
  await refreshDraft(analyst, { id, baseRevision: 1 })
  expect(await changes()).toBe(0)
  await expect(recordChangesSince(await viewerWith('viewer', 'Vera'), await getDraft(analyst, id))).rejects.toThrow(
    'may not do this',
  )
})
