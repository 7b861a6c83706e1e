import { redirect } from 'next/navigation'
import { deskWeekPath } from '@/components/weeks/week-path'
import { viewerOrSignIn } from '@/lib/auth/session'
import { deskWeek } from '@/lib/weeks/queries'

/** The weeks of the desk begin at the latest covered one. */
export default async function Weeks() {
  const { weekId } = await deskWeek(await viewerOrSignIn('/weeks'))
  redirect(deskWeekPath(weekId, { asOf: undefined, method: 'then' }))
}
