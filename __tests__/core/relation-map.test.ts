import { landOfCode, landsOf } from '@/components/charts/map/lands'
import { relationMapModel } from '@/components/charts/map/relation-map-model'
import { COUNTRY_CODES } from '@/lib/countries'

const centroidOf = (code: string) => landOfCode(code)?.centroid.map(Math.round)

test('a country lies in the middle of its largest part', () => {
  expect(centroidOf('AZE')).toEqual([48, 40])
  // In the middle of its mainland, not drawn away by Alaska and Hawaii.
  expect(centroidOf('USA')?.[1]).toBeGreaterThan(35)
})

test('all but a handful of countries have a place on the map', () => {
  const lost = COUNTRY_CODES.filter((code) => landOfCode(code) === undefined)
  expect(lost.length).toBeLessThan(16)
  expect(lost).not.toContain('SGP')
})

test('Crimea and areas without a code of their own belong to nobody', () => {
  const disputed = landsOf('fine').filter(({ code }) => code === null)
  expect(disputed.map(({ name }) => name)).toEqual(expect.arrayContaining(['Crimea', 'Kosovo', 'N. Cyprus']))
  const coarse = landsOf('coarse').filter(({ code }) => code === null)
  expect(coarse.map(({ name }) => name)).toContain('Crimea')
})

test('the country and its counterparts are all in sight, and each has a place', () => {
  const model = relationMapModel('AZE', ['RUS', 'ARM', 'USA'])
  expect(model?.places.map(({ code }) => code)).toEqual(['AZE', 'RUS', 'ARM', 'USA'])
  for (const { x, y } of model?.places ?? []) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(model?.width ?? 0)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(model?.height ?? 0)
  }
  expect(model?.areas.some(({ code }) => code === 'RUS')).toBe(true)
})

test('a country too small to see gets a dot, one without a shape is named', () => {
  const model = relationMapModel('SGP', ['CHN', 'TUV'])
  expect(model?.places.find(({ code }) => code === 'SGP')?.small).toBe(true)
  expect(model?.places.find(({ code }) => code === 'CHN')?.small).toBe(false)
  expect(model?.missing).toEqual(['TUV'])
  expect(relationMapModel('TUV', ['CHN'])).toBeNull()
})

test('where labels would lie over each other, the more important one stands', () => {
  const model = relationMapModel('AZE', ['USA', 'ARM'])
  const labelled = model?.places.filter((place) => place.labelled).map(({ code }) => code)
  expect(labelled).toEqual(['AZE', 'USA'])
})

test('a map stays small enough for a page', () => {
  for (const [code, other] of [
    ['AZE', 'RUS'],
    ['SGP', 'CHN'],
    ['USA', 'CHN'],
    ['NOR', 'SWE'],
  ]) {
    const length = relationMapModel(code, [other])?.areas.reduce((sum, { path }) => sum + path.length, 0)
    expect([code, (length ?? 0) < 90_000]).toEqual([code, true])
  }
})
