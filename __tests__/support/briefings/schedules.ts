import { type NewScheduleInput, newScheduleSchema } from '@/lib/briefings/schema'

/** A weekly schedule of one dyad, to the desk alone, as far as nothing else is said. */
export const scheduleInput = (fields: Partial<NewScheduleInput> = {}): NewScheduleInput =>
  newScheduleSchema.parse({
    name: 'Monday briefing',
    kind: 'weekly',
    of: { by: 'dyads', dyadIds: ['AZE-RUS'] },
    timeZone: 'Asia/Baku',
    language: 'en',
    mark: 'GREEN',
    publish: false,
    emails: [],
    folder: false,
    formats: ['md'],
    ...fields,
  })
