import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet: this machine, private and link-local ones, and what is reserved. */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
// Of IPv6 only 2000::/3 is public; of that, tunnels and what is for documents are left out.
const PUBLIC6 = new BlockList()
PUBLIC6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6')

/** Whether an address lies on the public internet. Anything that is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, 'ipv4')
  if (isIP(address) === 6) return PUBLIC6.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6')
  return false
}

/** Whether a host of an address is this machine or its network by its name alone. Other names are looked up when it is sent. */
export function isLocalName(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(host) !== 0) return !isPublicAddress(host)
  return host === 'localhost' || /\.(localhost|local|internal|lan|home|intranet)$/.test(host) || !host.includes('.')
}
