/**
 * The address that a request came from. Our server overwrites X-Forwarded-For with the socket's address, unless TRUST_PROXY
 * is set: then the proxy has appended what it saw to what the client claimed. So in both cases the last element is the
 * one that somebody we trust wrote.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return last.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64) || 'unknown'
}

/** The eight groups of an IPv6 address, with `::` filled in. */
function groupsOf(address: string): string[] {
  const [head, tail] = address.split('%')[0].split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(missing).fill('0'), ...after]
}

/** What attempts are counted by: an IPv4 address, or an IPv6 address's /64, since one customer has all of it. */
export function addressBlock(address: string): string {
  if (!address.includes(':')) return address
  const groups = groupsOf(address).slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')}::/64`
}
