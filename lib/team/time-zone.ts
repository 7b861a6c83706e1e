import * as z from 'zod/mini'
import { typedText } from '@/lib/typed-text'

/** Whether this machine knows a time zone of the name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** An IANA name, `Asia/Baku`. */
export const timeZoneSchema = typedText().check(
  z.maxLength(60),
  z.refine(isTimeZone, 'There is no such time zone; give a name such as Asia/Baku'),
)
