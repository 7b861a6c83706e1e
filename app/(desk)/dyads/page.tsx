import { redirect } from 'next/navigation'
import { viewerOrSignIn } from '@/lib/auth/session'
import { overviewPage } from '@/lib/dyads/queries'

/** The dyads are listed on the overview; this address opens the one that stands highest there. */
export default async function Dyads() {
  const { rows } = await overviewPage(await viewerOrSignIn('/dyads'))
  redirect(rows[0] ? `/dyads/${rows[0].dyadId}` : '/')
}
