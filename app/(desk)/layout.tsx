import type { ReactNode } from 'react'
import { pagesOf } from '@/components/shell/pages'
import { Shortcuts } from '@/components/shell/shortcuts'
import { TopBar } from '@/components/shell/top-bar'
import { may } from '@/lib/auth/permissions'
import { viewerOrSignIn } from '@/lib/auth/session'

/** The frame of the signed-in pages. It sends strangers to sign in; what may be read or done is decided at the data. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await viewerOrSignIn()
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded focus:bg-accent focus:px-3 focus:py-2 focus:text-sm focus:text-on-accent"
      >
        Skip to content
      </a>
      <TopBar viewer={viewer} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-[88rem] px-4 pt-6 pb-12 focus:outline-none sm:px-6">
        {children}
      </main>
      <Shortcuts pages={pagesOf(viewer)} canCreate={may(viewer, 'incident:create')} />
    </>
  )
}
