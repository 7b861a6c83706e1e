import { codesOf, directionOf, dyadIdOf, isDyadId } from '@/lib/core/dyad'

test('a dyad is named by its codes in alphabetical order', () => {
  expect(dyadIdOf('RUS', 'AZE')).toBe('AZE-RUS')
  expect(dyadIdOf('AZE', 'RUS')).toBe('AZE-RUS')
  expect(codesOf('AZE-RUS')).toEqual(['AZE', 'RUS'])
})

test('a dyad needs two different codes of three capital letters', () => {
  expect(() => dyadIdOf('AZE', 'AZE')).toThrow(RangeError)
  expect(() => dyadIdOf('aze', 'RUS')).toThrow(RangeError)
  for (const text of ['RUS-AZE', 'AZE-AZE', 'AZE-RU', 'AZERUS', 'AZE-RUS-TUR', '']) {
    expect(isDyadId(text)).toBe(false)
    expect(() => codesOf(text)).toThrow(RangeError)
  }
})

test('a direction says who acts on whom', () => {
  expect(directionOf('RUS', 'AZE')).toBe('RUS>AZE')
})
