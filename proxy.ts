import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, DOCUMENT_POLICY } from '@/lib/auth/content-security-policy'
import { signInPath } from '@/lib/auth/return-path'
import { env } from '@/lib/env'
import { DeskError, problemResponse } from '@/lib/errors'

/*
 * Sets the policy with its nonce, and sends people without a session cookie to sign in. It authorises nothing: whoever has a cookie
 * of any content gets past it, and every page, action and route asks the database who that is.
 */

/** Links that were shared are open, too: their pages and files ask for the token alone. */
const OPEN_PATHS = /^\/(sign-in|s\/[\w-]+(\/document)?|api\/health|api\/auth\/.*|api\/v1\/shared\/.*)$/
/** Documents that pages of the desk frame. */
const DOCUMENT_PATHS = /^\/(briefings\/frame|briefings\/[^/]+\/document|s\/[^/]+\/document)$/
const STATIC_FILES = /^\/(fonts\/)?[\w-]+(\.[\w-]+)*\.(ico|png|svg|txt|ttf|webmanifest|woff2)$/
const SESSION_COOKIE = /^(__Secure-)?next-auth\.session-token(\.\d+)?$/

const hasSessionCookie = (request: NextRequest) =>
  request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name))

/**
 * A form sent after the session ended is let through: its action answers that nobody is signed in, and what was typed stays,
 * where a redirect would lose it.
 */
const isAction = (request: NextRequest) => request.method === 'POST' && request.headers.has('next-action')

function refusal(request: NextRequest): Response | undefined {
  const { pathname, search } = request.nextUrl
  if (OPEN_PATHS.test(pathname) || STATIC_FILES.test(pathname) || hasSessionCookie(request)) return undefined
  if (pathname.startsWith('/api/')) return problemResponse(new DeskError('UNAUTHENTICATED', 'Sign in first.'))
  if (isAction(request)) return undefined
  return NextResponse.redirect(new URL(signInPath(`${pathname}${search}`), request.url), 303)
}

function passOn(request: NextRequest, nonce: string, policy: string): Response {
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-return-to', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers } })
}

const isHttps = (request: NextRequest) =>
  request.headers.get('x-forwarded-proto') === 'https' || env().APP_URL?.startsWith('https:') === true

export function proxy(request: NextRequest): Response {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = DOCUMENT_PATHS.test(request.nextUrl.pathname) ? DOCUMENT_POLICY : contentSecurityPolicy(nonce)
  const response = refusal(request) ?? passOn(request, nonce, policy)
  response.headers.set('content-security-policy', policy)
  if (isHttps(request)) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

export const config = { matcher: ['/((?!_next/).*)'] }
