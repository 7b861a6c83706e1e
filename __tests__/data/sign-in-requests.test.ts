import { addressBlock, clientAddress } from '@/lib/auth/client-address'
import { returnPath, signInPath } from '@/lib/auth/return-path'
import { assertSameOrigin } from '@/lib/auth/same-origin'

test.each(['/', '/dyads/AZE-RUS?weeks=52#record', '/incidents?q=%C9%99&sort=-date', '/a//b'])(
  '%s is a path to return to',
  (path) => {
    expect(returnPath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'dyads',
  '',
  '/sign-in?next=/',
  '/api/auth/signout',
  undefined,
  ['/a', '/b'],
])('%p is none', (raw) => {
  expect(returnPath(raw)).toBe('/')
})

test('the way to sign in leads back', () => {
  expect(signInPath('/dyads/AZE-RUS?weeks=13')).toBe('/sign-in?next=%2Fdyads%2FAZE-RUS%3Fweeks%3D13')
  expect(signInPath('/')).toBe('/sign-in')
})

test('the last forwarded address counts: what stands before it the client itself may have written', () => {
  expect(clientAddress('198.51.100.7')).toBe('198.51.100.7')
  expect(clientAddress('1.1.1.1, 198.51.100.7')).toBe('198.51.100.7')
  expect(clientAddress('::ffff:127.0.0.1')).toBe('127.0.0.1')
  expect(clientAddress(null)).toBe('unknown')
})

test('an IPv6 address counts by its first 64 bits, an IPv4 address whole', () => {
  expect(addressBlock('198.51.100.7')).toBe('198.51.100.7')
  expect(addressBlock('2001:0DB8:1:2:3::1')).toBe('2001:db8:1:2::/64')
  expect(addressBlock('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(addressBlock('::1')).toBe('0:0:0:0::/64')
  expect(addressBlock('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
})

const request = (headers: Record<string, string>) => new Request('http://desk.test/api/x', { method: 'POST', headers })

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'same-origin' },
  { origin: 'http://desk.test:3000', host: 'desk.test:3000' },
  { origin: 'https://desk.test', host: '10.0.0.5:3000', 'x-forwarded-host': 'desk.test' },
])('a request of our own pages passes: %p', (headers) => {
  expect(() => assertSameOrigin(request(headers))).not.toThrow()
})

test.each<Record<string, string>>([
  {},
  { 'sec-fetch-site': 'cross-site', origin: 'http://desk.test', host: 'desk.test' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://evil.test', host: 'desk.test' },
  { origin: 'http://desk.test:8080', host: 'desk.test' },
  { origin: 'null', host: 'desk.test' },
])('any other is refused: %p', (headers) => {
  expect(() => assertSameOrigin(request(headers))).toThrow(/did not come from/)
})
