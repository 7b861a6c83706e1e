import type { ReactNode } from 'react'
import { LiveNews } from '@/components/live/live-news'
import { FocusKeeper } from '@/components/shell/focus-keeper'
import { morePagesOf, pagesOf, type Waiting } from '@/components/shell/pages'
import { Shortcuts } from '@/components/shell/shortcuts'
import { TopBar } from '@/components/shell/top-bar'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { inboxCount } from '@/lib/inbox/queries'
import { listDyadIds } from '@/lib/incidents/queries'
import { waitingCount } from '@/lib/review/queries'

/** What waits for the viewer; nothing where they may not see it. */
async function waitingFor(viewer: Viewer): Promise<Waiting> {
  const [review, inbox] = await Promise.all([
    may(viewer, 'incident:approve') ? waitingCount(viewer) : 0,
    may(viewer, 'inbox:read') ? inboxCount(viewer) : 0,
  ])
  return { review, inbox }
}

/** The frame of the signed-in pages. It sends strangers to sign in; what may be read or done is decided at the data. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await viewerOrSignIn()
  const [waiting, dyadIds] = await Promise.all([waitingFor(viewer), listDyadIds(viewer)])
  const pages = pagesOf(viewer, waiting)
  const more = morePagesOf(viewer)
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-accent focus:px-3 focus:py-2 focus:text-sm focus:text-on-accent"
      >
        Skip to content
      </a>
      <TopBar viewer={viewer} pages={pages} more={more} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-[88rem] px-4 pt-6 pb-12 focus:outline-none sm:px-6 print:max-w-none print:p-0"
      >
        {children}
      </main>
      <FocusKeeper within="main" />
      {may(viewer, 'inbox:read') && <LiveNews count={waiting.inbox} />}
      <Shortcuts pages={[...pages, ...more]} dyadIds={dyadIds} canCreate={may(viewer, 'incident:create')} />
    </>
  )
}
