import { DEFAULT_PARAMETERS, standingsOf } from '@/lib/core/scoring'

const named = (scores: number[]) =>
  standingsOf(scores, DEFAULT_PARAMETERS).map(({ band, since, open }) => [band.name, since, open])

test('each band up to the last one is told with the day from which the score was not below it', () => {
  expect(named([0, 12, 27, 39, 30, 53, 79])).toEqual([
    ['Crisis', 6, false],
    ['Severe', 5, false],
    ['Tense', 2, false],
    ['Strained', 1, false],
  ])
})

test('a fall below a band starts its run anew', () => {
  expect(named([0, 30, 20, 31])).toEqual([
    ['Tense', 3, false],
    ['Strained', 1, false],
  ])
})

test('the displayed score decides: 9.95 is Strained already', () => {
  expect(named([9.94, 9.95])).toEqual([['Strained', 1, false]])
})

test('a run that was there before the first day is open', () => {
  expect(named([30, 40])).toEqual([
    ['Tense', 0, true],
    ['Strained', 0, true],
  ])
})

test('Calm, Cooperative and no scores at all have no standing', () => {
  expect([named([0, 5]), named([-40]), named([])]).toEqual([[], [], []])
})

test('the limits of the method decide what is told', () => {
  const later = { ...DEFAULT_PARAMETERS, bandLimits: { ...DEFAULT_PARAMETERS.bandLimits, strained: 20 } }
  expect(standingsOf([0, 15, 22], later).map(({ band, since }) => [band.name, since])).toEqual([['Strained', 2]])
})
