import * as z from 'zod/mini'
import type { Reader } from '@/lib/db/transaction'

/** Every setting of the team with its default; a stored value that does not fit is refused when it is written. */
export const SETTING_SCHEMAS = {
  /** Whether people may approve what they wrote: for a team of one. */
  selfApproval: z.prefault(z.boolean(), false),
  /** Whose clock schedules go by, unless they name another. That this machine knows it is asked by those who go by it. */
  timeZone: z.prefault(z.string(), 'UTC'),
} as const

export type TeamSettings = { [Name in keyof typeof SETTING_SCHEMAS]: z.infer<(typeof SETTING_SCHEMAS)[Name]> }
export type SettingName = keyof TeamSettings

/** The team's settings as they are now: one small read. */
export async function settingsOf(reader: Reader): Promise<TeamSettings> {
  const rows = await reader.teamSetting.findMany()
  const stored = new Map(rows.map((row) => [row.name, row.value]))
  return {
    selfApproval: SETTING_SCHEMAS.selfApproval.parse(stored.get('selfApproval')),
    timeZone: SETTING_SCHEMAS.timeZone.parse(stored.get('timeZone')),
  }
}
