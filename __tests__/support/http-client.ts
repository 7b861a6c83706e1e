/*
 * A signed-in client without a browser, for what is proved over HTTP alone. It speaks as the desk's own pages do: with their Origin
 * and a session cookie.
 */

export interface HttpClient {
  get: (path: string) => Promise<Response>
  /** Sends a body as JSON. */
  post: (path: string, body: unknown) => Promise<Response>
  put: (path: string, body: unknown) => Promise<Response>
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
}

/** The Cookie header of a new session of the account. Throws when the desk refuses the password. */
export async function sessionCookie(url: string, account: { login: string; password: string }): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken }: { csrfToken: string } = await first.json()
  const form = { ...account, csrfToken, callbackUrl: '/', json: 'true' }
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(first).join('; '), origin: url },
    body: new URLSearchParams(form),
  })
  const session = cookiesOf(response).find((cookie) => cookie.includes('next-auth.session-token='))
  if (!session) throw new Error(`Signing in as ${account.login} failed: ${response.status} ${await response.text()}`)
  return session
}

/** A client of the desk at `url`, with a session's cookie or without. */
export function httpClient(url: string, cookie?: string): HttpClient {
  const headers: Record<string, string> = cookie ? { origin: url, cookie } : { origin: url }
  const sending = (method: 'POST' | 'PUT') => (path: string, body: unknown) =>
    fetch(url + path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
    })
  return {
    get: (path) => fetch(url + path, { headers, redirect: 'manual' }),
    post: sending('POST'),
    put: sending('PUT'),
  }
}
