import 'server-only'
import { operator } from '@/lib/auth/operator'
import { makeSeal } from './commands'
import type { SealView } from './views'

/** Makes the seal of this UTC day, unless it is made: every server asks at its start and each hour, and one of them makes it. */
export const sealToday = (): Promise<SealView> => makeSeal(operator(), 'daily')
