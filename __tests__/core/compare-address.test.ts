import { comparePath, withIncident, withoutDyad, withoutIncident } from '@/components/compare/compare-path'
import { moveIn } from '@/components/countries/grid-keys'
import { readCompare, readGrid } from '@/lib/compare/schema'

describe('the address of a comparison', () => {
  test('names dyads with commas or one by one, each once, and what is none is left out', () => {
    const { dyadIds } = readCompare({ dyads: ['AZE-RUS,ARM-AZE', 'AZE-RUS', 'RUS-AZE', 'nonsense'] })
    expect(dyadIds).toEqual(['AZE-RUS', 'ARM-AZE'])
    expect(readCompare({})).toEqual({ dyadIds: [], align: { by: 'calendar' }, range: '52', dropped: [] })
  })
  test('shows eight dyads and tells of those beyond', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((letter) => `A${letter}A-ZZZ`)
    const { dyadIds, dropped } = readCompare({ dyads: many.join(',') })
    expect([dyadIds.length, dropped]).toEqual([8, ['AIA-ZZZ']])
  })
  test('aligns by the peak, or by incidents of the dyads at hand, one of each', () => {
    const dyads = 'AZE-RUS,ARM-AZE'
    expect(readCompare({ dyads, align: 'peak' }).align).toEqual({ by: 'peak' })
    expect(readCompare({ dyads, align: 'CHN-IND/X-1' }).align).toEqual({ by: 'calendar' })
    expect(readCompare({ dyads, align: 'AZE-RUS/RA-1,AZE-RUS/RA-2,ARM-AZE/A-1' }).align).toEqual({
      by: 'incident',
      incidents: [
        { dyadId: 'AZE-RUS', id: 'RA-2' },
        { dyadId: 'ARM-AZE', id: 'A-1' },
      ],
    })
  })
  test('is read back as it was written', () => {
    const ask = readCompare({ dyads: 'AZE-RUS,ARM-AZE', align: 'AZE-RUS/RA-010', range: 'all' })
    const path = comparePath(ask)
    expect(path).toBe('/compare?dyads=AZE-RUS,ARM-AZE&align=AZE-RUS/RA-010&range=all')
    expect(readCompare(Object.fromEntries(new URL(path, 'http://x').searchParams))).toEqual(ask)
  })
  test('loses the incident of a dyad that is taken out', () => {
    const ask = readCompare({ dyads: 'AZE-RUS,ARM-AZE', align: 'AZE-RUS/RA-010' })
    expect(withoutDyad(ask, 'AZE-RUS')).toBe('/compare?dyads=ARM-AZE')
    const two = withIncident(ask.align, { dyadId: 'ARM-AZE', id: 'A-1' })
    expect(withoutIncident(two, 'AZE-RUS')).toEqual({ by: 'incident', incidents: [{ dyadId: 'ARM-AZE', id: 'A-1' }] })
  })
})

test('the address of the grid is read with what cannot be read left out', () => {
  expect(readGrid({ page: '2', figure: 'direction', with: 'AZE' })).toMatchObject({
    page: 2,
    figure: 'direction',
    with: 'AZE',
  })
  expect(readGrid({ page: '-1', figure: 'x', with: 'aze' })).toMatchObject({
    page: 1,
    figure: 'close',
    with: undefined,
  })
})

describe('keys in the grid', () => {
  const from = { row: 1, column: 1 }
  test('move by one cell, and stop at the edges; the name of a row lies left of its first cell', () => {
    expect(moveIn(3, from, 'ArrowUp', false)).toEqual({ row: 0, column: 1 })
    expect(moveIn(3, { row: 0, column: -1 }, 'ArrowUp', false)).toEqual({ row: 0, column: -1 })
    expect(moveIn(3, { row: 0, column: 0 }, 'ArrowLeft', false)).toEqual({ row: 0, column: -1 })
    expect(moveIn(3, { row: 2, column: 2 }, 'ArrowRight', false)).toEqual({ row: 2, column: 2 })
  })
  test('go to the ends of a row, and with Control to the corners', () => {
    expect(moveIn(3, from, 'End', false)).toEqual({ row: 1, column: 2 })
    expect(moveIn(3, from, 'Home', true)).toEqual({ row: 0, column: -1 })
    expect(moveIn(3, from, 'x', false)).toBeUndefined()
  })
})
