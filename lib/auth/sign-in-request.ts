import { waitSentence } from './wait-sentence'

/*
 * What the browser asks of next-auth's routes. Its own client would leave for an error page when the network fails, and with it
 * what was typed; and it asks three times where two are enough.
 */

export type SignInAnswer = { ok: true } | { ok: false; message: string }

const UNREACHABLE = 'The desk cannot be reached. Check the connection and try again.'

async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' })
  if (!response.ok) throw new Error(`csrf: ${response.status}`)
  const body: { csrfToken: string } = await response.json()
  return body.csrfToken
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' })
  return fetch(path, { method: 'POST', body })
}

/** The reason that the server puts in the address it answers with; none when it did what was asked. */
async function reasonOf(response: Response): Promise<string> {
  const body: { url?: string } = await response.json()
  if (!body.url) return 'no-answer'
  const query = new URL(body.url, window.location.origin).searchParams
  // A form token that is not this browser's is answered as if all were well, but for this.
  return query.get('error') ?? (query.has('csrf') ? 'csrf' : '')
}

function sentenceFor(reason: string): string {
  const [, minutes] = /^limited-(\d+)$/.exec(reason) ?? []
  if (minutes) return waitSentence(Number(minutes))
  if (reason === 'wrong') return 'Account and password do not match.'
  const [, bug] = /^fault-(\w+)$/.exec(reason) ?? []
  return bug ? `Something went wrong (${bug}). Try again.` : 'Signing in did not work. Reload the page and try again.'
}

/** Signs in; on success the browser has its session cookie. */
export async function requestSignIn(login: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await post('/api/auth/callback/credentials', { login, password, callbackUrl: '/' })
    const reason = await reasonOf(response)
    return response.ok && reason === '' ? { ok: true } : { ok: false, message: sentenceFor(reason) }
  } catch (error) {
    console.warn(error)
    return { ok: false, message: UNREACHABLE }
  }
}

/** Ends this session. Returns false when the server could not be reached. */
export async function requestSignOut(): Promise<boolean> {
  try {
    const response = await post('/api/auth/signout', { callbackUrl: '/sign-in' })
    return response.ok && (await reasonOf(response)) === ''
  } catch (error) {
    console.warn(error)
    return false
  }
}
