import fc from 'fast-check'
import {
  CATEGORIES,
  CATEGORY_LABELS,
  CATEGORY_PREFIX,
  CODEBOOK_VERSION,
  CODING_RULES,
  CREDIBILITIES,
  CREDIBILITY_GRADES,
  GENERIC_SCALE,
  INDICATORS,
  indicatorOf,
  ladderOf,
  neighboursOf,
  RELIABILITIES,
  RELIABILITY_GRADES,
  searchIndicators,
} from '@/lib/core/codebook'
import scores from '../golden/reference-scores.json'

const codesFor = (text: string) => searchIndicators(text).map(({ code }) => code)

test('the categories stand in the golden order', () => {
  expect([...CATEGORIES]).toEqual(scores.categories)
})

test('eighty indicators make eight ladders from −5 to +5', () => {
  expect(CODEBOOK_VERSION).toBe('0.1')
  expect(INDICATORS).toHaveLength(80)
  for (const category of CATEGORIES) {
    const ladder = ladderOf(category)
    expect(ladder.map(({ rung }) => rung)).toEqual([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
    expect(CATEGORY_LABELS[category].toLowerCase()).toBe(category)
    for (const { code, rung, label, anchor } of ladder) {
      expect(code).toBe(`${CATEGORY_PREFIX[category]}${rung > 0 ? '+' : ''}${rung}`)
      expect(label.length * anchor.length).toBeGreaterThan(0)
    }
  }
})

test('an indicator has the rungs next to it as neighbours, and none beyond the ends', () => {
  expect(neighboursOf('DIP+1').below?.code).toBe('DIP-1')
  expect(neighboursOf('DIP+1').above?.code).toBe('DIP+2')
  expect(neighboursOf('CYB+5').above).toBeUndefined()
  expect(neighboursOf('CYB-5').below).toBeUndefined()
  expect(neighboursOf('ABC+1')).toEqual({ below: undefined, above: undefined })
})

test('changing a ladder that was handed out changes nothing', () => {
  ladderOf('media').reverse()
  expect(ladderOf('media')[0].code).toBe('MED-5')
})

test('an indicator is found by its code, with or without the sign', () => {
  expect(codesFor('DIP+2')).toEqual(['DIP+2'])
  expect(codesFor('dip−2')).toEqual(['DIP-2'])
  expect(codesFor('dip2')).toEqual(['DIP+2', 'DIP-2'])
  expect(codesFor('dip+')).toEqual(['DIP+1', 'DIP+2', 'DIP+3', 'DIP+4', 'DIP+5'])
  expect(codesFor('+5')).toHaveLength(8)
  for (const indicator of INDICATORS) {
    expect(codesFor(indicator.code)).toEqual([indicator.code])
    expect(indicatorOf(indicator.code)).toBe(indicator)
  }
  expect(indicatorOf('DIP+6')).toBeUndefined()
})

test('an indicator is found by the beginnings of words, a label before an anchor', () => {
  expect(codesFor('med arr')[0]).toBe('MED+4')
  expect(codesFor('chargé')).toEqual(codesFor('CHARGE'))
  expect(codesFor('protest')[0]).toBe('DIP+2')
  expect(codesFor('hostage-taking')).toEqual(codesFor('hostage taking'))
  expect(codesFor('hostage-taking')).toContain('PPL+5')
  expect(
    new Set(
      searchIndicators('cyber')
        .slice(0, 10)
        .map(({ category }) => category),
    ),
  ).toEqual(new Set(['cyber']))
})

test('nothing typed gives every indicator, and words that fit nothing give none', () => {
  expect(searchIndicators('  ')).toHaveLength(80)
  expect(searchIndicators('zebra')).toEqual([])
  expect(searchIndicators('dip zebra')).toEqual([])
  expect(searchIndicators('???')).toEqual([])
})

test('a longer query never finds what a shorter one does not', () => {
  fc.assert(
    fc.property(fc.constantFrom('arrest', 'embassy', 'cancelled', 'trade'), fc.nat({ max: 5 }), (word, cut) => {
      const shorter = new Set(codesFor(word.slice(0, word.length - cut)))
      for (const code of codesFor(word)) expect(shorter.has(code)).toBe(true)
    }),
  )
})

test('scale, rules and grades are complete', () => {
  expect(GENERIC_SCALE.map(({ rung }) => rung)).toEqual([1, 2, 3, 4, 5])
  expect(GENERIC_SCALE[3].name).toBe('Channel closed')
  expect(CODING_RULES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(RELIABILITY_GRADES.map(({ grade }) => grade)).toEqual([...RELIABILITIES])
  expect(CREDIBILITY_GRADES.map(({ grade }) => grade)).toEqual([...CREDIBILITIES])
})
