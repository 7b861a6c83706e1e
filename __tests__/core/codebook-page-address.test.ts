import { codeFromSegment, indicatorPath } from '@/components/codebook/indicator-path'
import { INDICATORS } from '@/lib/core/codebook'

test('an indicator has one address, in which plus and minus survive', () => {
  expect(indicatorPath('DIP+2')).toBe('/codebook/DIP%2B2')
  expect(indicatorPath('DIP-2')).toBe('/codebook/DIP-2')
})

test('every indicator is found again from its own address', () => {
  for (const { code } of INDICATORS) {
    expect(codeFromSegment(indicatorPath(code).slice('/codebook/'.length))).toBe(code)
  }
})

test('other ways to write a code mean the same indicator', () => {
  for (const segment of ['dip+2', 'DIP%2B2', 'dip%2b2', 'DIP 2', 'DIP%202', ' dip+2 ']) {
    expect(codeFromSegment(segment)).toBe('DIP+2')
  }
  expect(codeFromSegment('dip−2')).toBe('DIP-2')
  expect(codeFromSegment('dip%E2%88%922')).toBe('DIP-2')
})

test('a segment that cannot be decoded means no code', () => {
  expect(codeFromSegment('%E2%88')).toBeUndefined()
})
