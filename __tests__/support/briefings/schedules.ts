import { MOST_ATTEMPTS, runDue } from '@/lib/briefings/runs'
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

const HOUR_MS = 3_600_000

/** Tries what is due at an instant, and again each few hours until it must have been given up. */
export async function tryUntilGivenUp(from: string): Promise<void> {
  for (let n = 0, at = Date.parse(from); n <= MOST_ATTEMPTS; n++, at += 3 * HOUR_MS) {
    jest.setSystemTime(at)
    await runDue(new AbortController().signal)
  }
}
