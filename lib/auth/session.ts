import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { mintViewer } from './mint-viewer'
import { authOptions } from './next-auth-options'
import { signInPath } from './return-path'
import type { Viewer } from './viewer'

/** What a session token says. */
export interface SessionClaims {
  accountId: string
  epoch: number
}

/**
 * The viewer that a token stands for now, or null: read fresh from the database, so that a deactivated account, another role
 * or a raised session epoch takes effect on the next request.
 */
export async function viewerOf(claims: SessionClaims): Promise<Viewer | null> {
  const account = await (await database()).account.findUnique({
    where: { id: claims.accountId },
    select: { id: true, login: true, name: true, role: true, active: true, sessionEpoch: true },
  })
  if (!account?.active || account.sessionEpoch !== claims.epoch) return null
  return mintViewer({ accountId: account.id, login: account.login, name: account.name, role: account.role })
}

/** The viewer of this request, or null. Asked once a request, however many components ask. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(await authOptions())
  return session?.accountId ? viewerOf(session) : null
})

/**
 * The viewer of this request, for server actions and route handlers.
 * @throws DeskError UNAUTHENTICATED
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (!viewer) throw new DeskError('UNAUTHENTICATED', 'You are signed out. Sign in again to go on.')
  return viewer
}

/**
 * The viewer of this request, for pages and layouts: without one the browser is sent to sign in, and afterwards to `returnTo`,
 * or where it was, which proxy.ts notes.
 */
export async function viewerOrSignIn(returnTo?: string): Promise<Viewer> {
  return (await getViewer()) ?? redirect(signInPath(returnTo ?? (await headers()).get('x-return-to') ?? '/'))
}
