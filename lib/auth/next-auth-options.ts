import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { tellNextAuthItsAddress } from '@/lib/env'
import { reportBug } from '@/lib/errors'
import { clientAddress } from './client-address'
import { type SignInRefusal, signIn } from './sign-in'
import { signingSecret } from './signing-secret'

declare module 'next-auth' {
  interface User {
    epoch: number
  }
  interface Session {
    accountId: string
    epoch: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    epoch: number
  }
}

const SESSION_SECONDS = 12 * 60 * 60

/** What the sign-in form reads from the answer; see `sign-in-request.ts`. */
function refusalCode(refusal: SignInRefusal): string {
  return refusal.outcome === 'limited' ? `limited-${refusal.minutes}` : 'wrong'
}

async function authorizeCredentials(credentials: Record<string, string> | undefined, headers: Record<string, string>) {
  const outcome = await signIn({
    login: credentials?.login ?? '',
    password: credentials?.password ?? '',
    address: clientAddress(headers['x-forwarded-for']),
    agent: headers['user-agent'] ?? '',
  }).catch((error: unknown) => {
    // next-auth would send the message to the browser.
    throw new Error(`fault-${reportBug(error)}`)
  })
  if (outcome.outcome !== 'ok') throw new Error(refusalCode(outcome))
  return { id: outcome.accountId, epoch: outcome.epoch }
}

/**
 * Settings of next-auth. A token carries the account's id and session epoch and nothing else: who that is and what they may do is
 * read from the database on each request.
 */
export async function authOptions(): Promise<NextAuthOptions> {
  tellNextAuthItsAddress()
  return {
    secret: await signingSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        credentials: { login: {}, password: {} },
        authorize: (credentials, request) => authorizeCredentials(credentials, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, epoch: user.epoch } : token),
      session: ({ session, token }) => ({ expires: session.expires, accountId: token.sub ?? '', epoch: token.epoch }),
    },
    logger: {
      // An expired or foreign token is no fault of the server.
      error: (code, metadata) => {
        if (code !== 'JWT_SESSION_ERROR') console.error(`[next-auth] ${code}`, metadata)
      },
      warn: (code) => console.warn(`[next-auth] ${code}`),
      debug: () => undefined,
    },
  }
}
