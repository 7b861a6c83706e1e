import type { ScheduleChoices } from '@/components/briefings/schedule-form'
import { may } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { deliveriesOffered, listTemplates } from '@/lib/briefings/queries'
import { EXPORT_FORMATS } from '@/lib/briefings/render/formats'
import { listDyadIds } from '@/lib/incidents/queries'
import { listWatchlists } from '@/lib/watch/queries'

/** What the form of a schedule lets its reader choose from. */
export async function scheduleChoices(viewer: Viewer): Promise<ScheduleChoices> {
  const dyadIds = await listDyadIds(viewer)
  const lists = (await listWatchlists(viewer)).filter(({ archived }) => !archived)
  const templates = (await listTemplates(viewer)).filter(({ archived }) => !archived)
  return {
    dyadIds,
    lists: lists.map(({ id, name }) => ({ id, name })),
    templates: templates.map(({ id, name }) => ({ id, name })),
    deliveries: deliveriesOffered(),
    formats: EXPORT_FORMATS,
    mayPublish: may(viewer, 'briefing:publish'),
  }
}
