/**
 * An address that a document may link to: http or https, as a browser reads it; null for anything else. One with a user name or a
 * password is none: it would sign its reader in, and what stands before the @ can look like another site.
 */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if (username !== '' || password !== '') return null
  return protocol === 'http:' || protocol === 'https:' ? href : null
}
