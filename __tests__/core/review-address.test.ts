import { firstToDecide, neighbourOf, nextToDecide } from '@/components/review/next-entry'
import { reviewAddress, reviewPath } from '@/components/review/review-address'

const item = { dyadId: 'AZE-RUS', id: 'RA-010' }

test('the open item stands in the address beside the filter', () => {
  const address = reviewAddress({ dyad: 'ARM-AZE', category: 'media', item: 'AZE-RUS/RA-010', after: 'x' })
  expect(address).toMatchObject({ item, after: 'x', filter: { dyad: 'ARM-AZE', category: 'media' } })
  expect(reviewPath(address)).toBe('/review?dyad=ARM-AZE&category=media&after=x&item=AZE-RUS%2FRA-010')
})

test('a link that names an item by dyad and id filters nothing', () => {
  const address = reviewAddress({ dyad: 'AZE-RUS', id: 'RA-010' })
  expect([address.item, address.filter.dyad]).toEqual([item, undefined])
})

test('the queue has one status and one order, whatever the address asks for', () => {
  const { filter } = reviewAddress({ status: 'draft', sort: 'title', order: 'asc' })
  expect(reviewPath({ filter })).toBe('/review')
})

test('what names no item opens none', () => {
  for (const text of ['', 'RA-010', 'AZE-RUS/', 'aze-rus/RA-010', `AZE-RUS/${'x'.repeat(61)}`])
    expect(reviewAddress({ item: text }).item).toBeNull()
})

const entry = (id: string, own = false) => ({ dyadId: 'AZE-RUS', id, hindrance: own ? ('own' as const) : null })

test('after a decision the next that the reviewer may approve opens, then the longest waiting', () => {
  const queue = [entry('1'), entry('2', true), entry('3'), entry('4')]
  expect(nextToDecide(queue, queue[0])?.id).toBe('3')
  expect(nextToDecide(queue, queue[3])?.id).toBe('1')
})

test('where only one’s own is left that opens, and nothing where nothing is', () => {
  const queue = [entry('1'), entry('2', true)]
  expect(nextToDecide(queue, queue[0])?.id).toBe('2')
  expect(nextToDecide([entry('1')], entry('1'))).toBeNull()
})

test('the first that the reviewer may approve opens by itself', () => {
  expect(firstToDecide([entry('1', true), entry('2')])?.id).toBe('2')
  expect(firstToDecide([entry('1', true)])?.id).toBe('1')
  expect(firstToDecide([])).toBeNull()
})

test('stepping ends at both ends of the queue', () => {
  const queue = [entry('1'), entry('2')]
  expect([neighbourOf(queue, queue[0], 1)?.id, neighbourOf(queue, queue[1], 1)]).toEqual(['2', null])
  expect([neighbourOf(queue, queue[1], -1)?.id, neighbourOf(queue, queue[0], -1)]).toEqual(['1', null])
  expect(neighbourOf(queue, null, 1)?.id).toBe('1')
})
