import fc from 'fast-check'
import { granger, grangerOfInflow, incompleteBeta, logGamma, upperTailOfF } from '@/lib/core/reciprocity'
import golden from '../golden/reference-stats.json'
import { expectClose } from './golden'
import { wholeOf } from './reciprocity-case'

// ChickEgg of R's lmtest: chickens and millions of eggs of the United States, 1930 to 1983 (Thurman and Fisher 1988).
const CHICKENS = [
  468491, 449743, 436815, 444523, 433937, 389958, 403446, 423921, 389624, 418591, 438288, 422841, 476935, 542047,
  582197, 516497, 523227, 467217, 499644, 430876, 456549, 430988, 426555, 398156, 396776, 390708, 383690, 391363,
  374281, 387002, 369484, 366082, 377392, 375575, 382262, 394118, 393019, 428746, 425158, 422096, 433280, 421763,
  404191, 408769, 394101, 379754, 378361, 386518, 396933, 400585, 392110, 384838, 378609, 364584,
]
const EGGS = [
  3581, 3532, 3327, 3255, 3156, 3081, 3166, 3443, 3424, 3561, 3640, 3840, 4456, 5000, 5366, 5154, 5130, 5077, 5032,
  5148, 5404, 5322, 5323, 5307, 5402, 5407, 5500, 5442, 5442, 5542, 5339, 5358, 5403, 5345, 5435, 5474, 5540, 5836,
  5777, 5629, 5704, 5806, 5742, 5502, 5461, 5382, 5377, 5408, 5608, 5777, 5825, 5625, 5800, 5656,
]

const noise = (key: string, length: number) => Array.from({ length }, (_, step) => wholeOf(step, key, 1000) / 100)

const seriesArb = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 20,
  maxLength: 60,
})

/** Weeks whose inflow is 0 but in the first so many. */
const weeksOf = (weeks: number, forward: number, backward: number) =>
  Array.from({ length: weeks }, (_, week) => ({
    forward: week < forward ? 1 + wholeOf(week, 'forward', 16) : 0,
    backward: week < backward ? 1 + wholeOf(week, 'backward', 16) : 0,
  }))

test('chickens and eggs give the golden tests', () => {
  for (const [test, { F, p, df }] of [
    [granger(CHICKENS, EGGS, 3), golden.granger.eggFromChicken],
    [granger(EGGS, CHICKENS, 3), golden.granger.chickenFromEgg],
  ] as const) {
    expect(test?.df).toEqual(df)
    // As they were published: with four digits.
    expect(Number(test?.f.toPrecision(4))).toBe(F)
    expect(Number(test?.p.toPrecision(4))).toBe(p)
  }
})

// By numpy's lstsq and scipy's F distribution.
test.each([
  [1, 0.04703185649935191, 0.8291934626129912, 1.2071001073095358, 0.2771696182326309],
  [2, 0.8799844471158832, 0.42151137004187805, 8.817472803317791, 0.0005601651050435407],
  [3, 0.5916153294547051, 0.623786200392397, 5.404984372335085, 0.0029663974455762286],
  [4, 0.3928632977627633, 0.8125377840666864, 4.256765796672322, 0.005671436904255777],
])('chickens and eggs of order %i are those of another program', (order, f, p, reverseF, reverseP) => {
  const [egg, chicken] = [granger(CHICKENS, EGGS, order), granger(EGGS, CHICKENS, order)]
  expectClose(Number(egg?.f), f)
  expectClose(Number(egg?.p), p)
  expectClose(Number(chicken?.f), reverseF)
  expectClose(Number(chicken?.p), reverseP)
  expect(egg?.df).toEqual([order, 54 - order - (2 * order + 1)])
})

test('the order is three unless another is given', () => {
  expect(granger(CHICKENS, EGGS)).toEqual(granger(CHICKENS, EGGS, 3))
})

test('a series that leads another by two steps is found, and not the other way round', () => {
  const leader = noise('leader', 150)
  const led = noise('led', 150).map((value, step) => value / 5 + (step < 2 ? 0 : 2 * leader[step - 2]))
  expect(granger(leader, led)?.p).toBeLessThan(1e-12)
  expect(granger(led, leader)?.p).toBeGreaterThan(0.01)
})

test('other units and zeros change no F', () => {
  fc.assert(
    fc.property(
      seriesArb,
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 1, max: 99 }),
      (pairs, shift, scale) => {
        const [x, y] = [0, 1].map((side) => pairs.map((pair) => pair[side]))
        const test = granger(x, y, 2)
        const same = granger(
          x.map((value) => shift + scale * value),
          y.map((value) => (value - shift) / -scale),
          2,
        )
        if (!test || !same) expect(same).toBe(test)
        else expectClose(same.f / test.f, 1, 1e-7)
      },
    ),
  )
})

test('a constant series, one that follows without rest, one that mirrors the other and a short one cannot be tested', () => {
  const [x, y] = [noise('x', 60), noise('y', 60)]
  const constant = new Array<number>(60).fill(0.1)
  expect([granger(constant, y), granger(x, constant), granger(x, x)]).toEqual([null, null, null])
  expect(
    granger(
      x,
      x.map((_, step) => (step === 0 ? 0 : 2 * x[step - 1])),
      1,
    ),
  ).toBeNull()
  expect(
    granger(
      x,
      x.map((_, step) => step),
    ),
  ).toBeNull()
  // Seven coefficients and three lags: ten values leave nothing, eleven one degree of freedom.
  expect(granger(x.slice(0, 10), y.slice(0, 10))).toBeNull()
  expect(granger(x.slice(0, 11), y.slice(0, 11))?.df).toEqual([3, 1])
  expect(granger([], [])).toBeNull()
})

test('series of unequal length, values that are not finite and no order are refused', () => {
  expect(() => granger([1, 2], [1])).toThrow(RangeError)
  expect(() => granger([1, Number.NaN], [1, 2])).toThrow(RangeError)
  for (const order of [0, 1.5, -1]) expect(() => granger(CHICKENS, EGGS, order)).toThrow(RangeError)
})

test('inflow is tested with 104 weeks and 30 non-zero weeks a side, and else it is said why not', () => {
  expect(grangerOfInflow(weeksOf(103, 60, 60))).toEqual({ kind: 'untested', weeks: 103, reason: 'too-few-weeks' })
  const sparse = { kind: 'untested', weeks: 104, reason: 'too-few-nonzero-weeks' }
  expect(grangerOfInflow(weeksOf(104, 29, 30))).toEqual(sparse)
  expect(grangerOfInflow(weeksOf(104, 30, 29))).toEqual(sparse)
  expect(grangerOfInflow(weeksOf(104, 30, 30)).kind).toBe('tested')
})

test('inflow is tested both ways, of its own weeks', () => {
  const weeks = weeksOf(120, 100, 110)
  const [forward, backward] = [weeks.map((week) => week.forward), weeks.map((week) => week.backward)]
  expect(grangerOfInflow(weeks)).toEqual({
    kind: 'tested',
    weeks: 120,
    forwardToBackward: granger(forward, backward, 3),
    backwardToForward: granger(backward, forward, 3),
  })
})

test('inflow that does not vary cannot be tested', () => {
  const even = Array.from({ length: 110 }, () => ({ forward: 2, backward: 2 }))
  expect(grangerOfInflow(even)).toEqual({ kind: 'untested', weeks: 110, reason: 'dependent' })
})

test('the gamma function is that of factorials and of the half', () => {
  let logFactorial = 0
  for (let n = 1; n < 60; n++) {
    expectClose(logGamma(n), logFactorial, 1e-12 * Math.max(1, logFactorial))
    logFactorial += Math.log(n)
  }
  expectClose(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14)
  expectClose(logGamma(0.1), 2.252712651734206, 1e-14)
  expectClose(logGamma(1e-8), 18.42068073818021, 1e-13)
  expectClose(logGamma(1000), 5905.220423209181, 1e-11)
  for (const x of [0, -1, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError)
})

// By scipy 1.17.
test.each([
  [0.3, 2.5, 0.7, 0.029814024845250465],
  [0.9, 22, 1.5, 0.1961559124501077],
  [0.001, 0.5, 0.5, 0.020135041633377492],
  [0.5, 10, 10, 0.5],
  [0.999, 200, 3, 0.9988334368468834],
  [0.02, 0.1, 40, 0.9663399491975988],
])('the incomplete beta function of %d, %d, %d is that of another program', (x, a, b, value) => {
  expectClose(incompleteBeta(x, a, b), value, 1e-13)
})

test('the incomplete beta function has its closed forms, ends and mirror image', () => {
  const above0 = fc.double({ min: 0.05, max: 80, noNaN: true })
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), above0, above0, (x, a, b) => {
      expectClose(incompleteBeta(x, a, 1), x ** a, 1e-12)
      expectClose(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.atan2(Math.sqrt(x), Math.sqrt(1 - x)), 1e-12)
      const value = incompleteBeta(x, a, b)
      expect(value >= 0 && value <= 1).toBe(true)
      // 26.5.16 of Abramowitz and Stegun, by which the next a follows.
      const step = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logGamma(a + 1) - logGamma(b) + logGamma(a + b))
      if (x > 0 && x < 1) expectClose(value - incompleteBeta(x, a + 1, b), step, 1e-11)
    }),
  )
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1])
  for (const [x, a, b] of [
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -1],
  ]) {
    expect(() => incompleteBeta(x, a, b)).toThrow(RangeError)
  }
})

test('the tail of F is that of another program, far out too', () => {
  expectClose(upperTailOfF(0.5916, 3, 44), 0.6237960142349301)
  expectClose(upperTailOfF(5.405, 3, 44), 0.002966349333103237)
  expectClose(upperTailOfF(1e-6, 3, 44), 0.9999999985946233, 1e-14)
  expectClose(upperTailOfF(100, 3, 44) / 1.1331613220668936e-19, 1)
  expectClose(upperTailOfF(2000, 1, 500) / 7.210673314722732e-177, 1)
  expect(upperTailOfF(0, 3, 44)).toBe(1)
  for (const f of [-1, Infinity, Number.NaN]) expect(() => upperTailOfF(f, 3, 44)).toThrow(RangeError)
})
