/**
 * The page to go to after signing in: a path of this site, or else `/`. Anything a browser could read as another site
 * (`//host`, `/\host`, a scheme, control characters that it drops) is refused.
 */
export function returnPath(raw: string | string[] | undefined | null): string {
  if (typeof raw !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(raw)) return '/'
  const base = 'http://desk.invalid'
  const url = URL.canParse(raw, base) ? new URL(raw, base) : undefined
  if (!url || url.origin !== base || url.pathname === '/sign-in' || url.pathname.startsWith('/api/')) return '/'
  return url.pathname.startsWith('//') ? '/' : `${url.pathname}${url.search}${url.hash}`
}

/** The address of the sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  const next = returnPath(path)
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}
