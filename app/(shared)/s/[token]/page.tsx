import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { SharedBriefingPage } from '@/components/briefings/shared-briefing-page'
import { SharedDyadPage } from '@/components/briefings/shared-dyad-page'
import { ErrorState } from '@/components/ui/error-state'
import { clientAddress } from '@/lib/auth/client-address'
import type { Knock } from '@/lib/briefings/link-queries'
import { sharedBriefing, sharedDyad, sharedSubject } from '@/lib/briefings/queries'
import { isWeekId } from '@/lib/core/calendar'
import { dyadView, weekParts } from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'

// No title of what is shared: it would stand in the history of whoever's machine it is.
export const metadata: Metadata = { title: 'Shared with you' }

interface PageProps {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a dyad's link shows, in the week that its chart was asked for. */
async function DyadOf({ knock, week }: { knock: Knock; week: unknown }) {
  const { reader, dyad, ...shared } = await sharedDyad(knock)
  const asked = typeof week === 'string' && isWeekId(week) ? week : undefined
  const isThere = asked !== undefined && dyad.weeks.some(({ weekId }) => weekId === asked)
  const view = isThere ? await dyadView(reader, dyad.dyadId, { week: asked }) : dyad
  const parts = await weekParts(reader, dyad.dyadId, view.shown.weekStart, {})
  return <SharedDyadPage shared={shared} view={view} parts={parts} />
}

/** What somebody without an account reads by a link. A link that is unknown, ended or revoked leads to the same page. */
export default async function SharedPage({ params, searchParams }: PageProps) {
  const [{ token }, { week }] = [await params, await searchParams]
  const address = clientAddress((await headers()).get('x-forwarded-for'))
  const knock = { token, address }
  try {
    if ((await sharedSubject(knock)) === 'dyad') return await DyadOf({ knock, week })
    return <SharedBriefingPage shared={await sharedBriefing(knock)} token={token} />
  } catch (error) {
    if (!isDeskError(error)) throw error
    if (error.code === 'NOT_FOUND') notFound()
    return (
      <>
        <h1 className="mb-4 text-2xl font-semibold tracking-tight">Not now</h1>
        <ErrorState title={error.message} />
      </>
    )
  }
}
