import type { Viewer } from '@/lib/auth/viewer'
import { createDraft } from '@/lib/briefings/commands'
import type { DraftSettings } from '@/lib/briefings/schema'
import { newDraftSchema, settingsSchema } from '@/lib/briefings/schema'
import type { Written } from '@/lib/briefings/views'

/** The week of `makeIncident`, of which the desk in a test knows no more than what the test logged. */
export const weeklySettings = (fields: Partial<DraftSettings> = {}): DraftSettings =>
  settingsSchema.parse({
    kind: 'weekly',
    dyadIds: ['AZE-RUS'],
    fromWeek: '2025-W27',
    toWeek: '2025-W27',
    language: 'en',
    mark: 'GREEN',
    ...fields,
  })

/** Begins the briefing of that week. */
export const draftBy = (
  viewer: Viewer,
  fields: Partial<DraftSettings> & { supersedes?: string; requestId?: string } = {},
): Promise<Written> => createDraft(viewer, newDraftSchema.parse({ ...weeklySettings(), ...fields }))
