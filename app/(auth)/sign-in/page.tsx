import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { returnPath } from '@/lib/auth/return-path'
import { getViewer } from '@/lib/auth/session'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next)
  if (await getViewer()) redirect(next)
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center bg-sunken px-4 pt-[14vh] pb-10">
      <div className="w-full max-w-sm">
        <div className="rounded border border-line bg-raised px-7 pt-7 pb-8">
          <h1 className="text-2xl font-semibold tracking-tight">Dyadwatch</h1>
          <p className="mt-1 mb-6 text-muted">
            The tension between two countries, week by week, from incidents you can check.
          </p>
          <SignInForm next={next} />
        </div>
        <p className="mt-4 px-7 text-xs text-muted">
          New desk? Its first passwords were printed when it started, and are in the file <code>accounts.txt</code> of
          its data folder. Lost yours? An admin can give you a new one.
        </p>
      </div>
    </main>
  )
}
