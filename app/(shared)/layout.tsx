import type { Metadata } from 'next'
import type { ReactNode } from 'react'

// The address is the key: it must not travel on to where a reader goes next, nor into an index.
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false, follow: false, noarchive: true } }

/** The frame of what is read by a link without an account: no way into the desk. */
export default function SharedLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="mx-auto max-w-[72rem] px-4 pt-5 pb-12 sm:px-6 print:max-w-none print:p-0">
      {children}
    </main>
  )
}
