import { exactValue, figureName } from '@/components/briefings/figure-words'
import { caseRendering } from '../../support/briefings/fixture'

test('every figure of a briefing has a name in words', async () => {
  const { figures } = await caseRendering()
  const unnamed = Object.keys(figures).filter(
    (id) => /undefined|^[A-Z]{3}-[A-Z]{3}\./.test(figureName(id)) || figureName(id) === id,
  )
  expect(unnamed).toEqual([])
  const odd = Object.keys(figures)
    .map(figureName)
    .filter((name) => /\b[a-z]+\.[a-zA-Z]/.test(name))
  expect(odd).toEqual([])
})

test('a figure’s name says whose it is, and its value is exact', () => {
  expect(figureName('AZE-RUS.close')).toBe('Weekly close, Azerbaijan – Russia')
  expect(figureName('AZE-RUS.week.change')).toBe('Change on the week, Azerbaijan – Russia')
  expect(figureName('AZE-RUS.forward')).toBe('Part of what Azerbaijan does to Russia, Azerbaijan – Russia')
  expect(figureName('AZE-RUS.incident.RA-023.part')).toBe('Part of the change of RA-023, Azerbaijan – Russia')
  expect(figureName('method.0.1.halfLife.short')).toBe('Half-life, short of method 0.1')
  expect(exactValue({ value: -1.93997938621255, unit: 'signed' })).toBe('−1.93997938621255')
  expect(exactValue({ value: 0.3293826365576051, unit: 'share' })).toBe('0.3293826365576051 (32.9\u202f%)')
})
