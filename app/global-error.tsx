'use client'

import { ErrorState } from '@/components/ui/error-state'
import './globals.css'

/** The last resort, when the frame of every page itself failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="min-h-dvh antialiased">
        <main className="mx-auto max-w-2xl px-4 py-12">
          <h1 className="mb-4 text-2xl font-semibold">Dyadwatch</h1>
          <ErrorState title="The desk could not be shown." bugId={error.digest}>
            <p>
              Nothing that you saved is lost.{' '}
              <a href="/" className="link">
                Load it again
              </a>
              ; if it stays so, tell whoever runs this desk.
            </p>
          </ErrorState>
        </main>
      </body>
    </html>
  )
}
