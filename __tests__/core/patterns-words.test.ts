import { verdictWords } from '@/components/patterns/outlook-words'
import { answerSentence, grangerSentences, tooFewWords } from '@/components/patterns/reciprocity-words'
import { signalNumbers } from '@/components/patterns/signal-words'
import { dayOf } from '@/lib/core/calendar'
import type { Comparison, ForecastModel, ModelEvaluation } from '@/lib/core/outlook'
import { answerRates, type Move, permutationTest } from '@/lib/core/reciprocity'
import { bandOf, DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { verdictOf } from '@/lib/patterns/verdict'
import type { ReciprocityView } from '@/lib/patterns/views'
import { makeMove } from './reciprocity-case'

const SIDES = { first: 'Armenia', second: 'Azerbaijan' }
const SPAN = { firstDay: 0, lastDay: 399 }

/** Moves of one side every forty days, and of the other so many days after each. */
function takingTurns(count: number, lag: number): Move[] {
  return Array.from({ length: count }, (_, index) => [
    makeMove({ id: `A${index}`, day: 40 * index }),
    makeMove({ id: `B${index}`, day: 40 * index + lag, direction: 'backward' }),
  ]).flat()
}

const judged = (moves: Move[]): ReciprocityView => ({
  methodId: '0.1',
  span: SPAN,
  uncheckedWeeks: 0,
  windowDays: 14,
  rates: answerRates(moves, SPAN),
  tests: permutationTest(moves, SPAN),
  transitions: { forward: { forward: 0, backward: 0 }, backward: { forward: 0, backward: 0 } },
  granger: { kind: 'untested', weeks: 57, reason: 'too-few-weeks' },
  ladder: [],
  drawnAnswers: 0,
  allAnswers: 0,
  standAlone: 0,
})

test('nine moves a side are too few to judge, and ten are judged', () => {
  const [nine, ten] = [judged(takingTurns(9, 3)), judged(takingTurns(10, 3))]
  expect(tooFewWords(nine, SIDES)).toBe(
    'Too few to judge: Armenia has 9 and Azerbaijan 9 moves, and it takes 10 a side.',
  )
  expect(answerSentence(nine, 'forward', SIDES)).toBeNull()
  expect(tooFewWords(ten, SIDES)).toBeNull()
  expect(answerSentence(ten, 'forward', SIDES)).toMatch(
    /^Azerbaijan moved within 14 days of 100\s% of Armenia’s moves, where chance alone would make it 3\d\s%\. Of 999 histories with shuffled dates \d+ had as many answers or more \(p = 0\.\d{3}\): /,
  )
})

test('a p is told in number and words, and a late answer is no more than chance', () => {
  const late = judged(takingTurns(10, 20))
  expect(answerSentence(late, 'forward', SIDES)).toMatch(/\(p = 1\.000\): no more than chance would give\.$/)
  const view = judged(takingTurns(10, 3))
  const withP = (p: number) => ({
    ...view,
    tests: view.tests && { ...view.tests, forward: view.tests.forward && { ...view.tests.forward, p } },
  })
  expect(answerSentence(withP(0.01), 'forward', SIDES)).toContain('(p = 0.010): hard to put down to chance.')
  expect(answerSentence(withP(0.05), 'forward', SIDES)).toContain('(p = 0.050): not easily put down to chance.')
  expect(answerSentence(withP(0.051), 'forward', SIDES)).toContain('no more than chance would give')
})

test('Granger’s test says why it is not made, and where it is, what it found', () => {
  expect(grangerSentences({ kind: 'untested', weeks: 57, reason: 'too-few-weeks' }, SIDES)).toEqual([
    'Granger’s test is not made: it takes 104 weeks; this record has 57 weeks.',
  ])
  const tested = {
    kind: 'tested',
    weeks: 120,
    forwardToBackward: { f: 5.405, p: 0.002966, df: [3, 110] as [number, number] },
    backwardToForward: { f: 0.5916, p: 0.6238, df: [3, 110] as [number, number] },
  } as const
  expect(grangerSentences(tested, SIDES)).toEqual([
    'The last three weeks of fresh points by Armenia do help to foretell those by Azerbaijan beyond their own past (F = 5.405, p = 0.003, df 3, 110, 120 weeks).',
    'The last three weeks of fresh points by Azerbaijan do not help to foretell those by Armenia beyond their own past (F = 0.592, p = 0.624, df 3, 110, 120 weeks).',
  ])
})

test('each kind of signal tells the numbers behind it', () => {
  const [tense, severe] = [bandOf(30, DEFAULT_PARAMETERS), bandOf(60, DEFAULT_PARAMETERS)]
  const day = dayOf('2025-06-27')
  const move = { before: 38.24, after: 68.06 }
  expect([
    signalNumbers({ kind: 'record', ...move, since: null, began: dayOf('2024-11-25') }),
    signalNumbers({ kind: 'record', ...move, since: dayOf('2025-02-03'), began: 0 }),
    signalNumbers({ kind: 'unusual', z: 7.25, inflow: 42.333 }),
    signalNumbers({ kind: 'changePoint', ...move }),
    signalNumbers({ kind: 'newFront', category: 'security', day, since: null }),
    signalNumbers({ kind: 'newFront', category: 'cyber', day, since: dayOf('2024-01-05') }),
    signalNumbers({ kind: 'topRung', category: 'security', day }),
    signalNumbers({ kind: 'bandUp', ...move, bandBefore: tense, bandAfter: severe }),
    signalNumbers({ kind: 'jump', ...move }),
  ]).toEqual([
    'close 38.2 → 68.1, highest since the record began on 25 Nov 2024',
    'close 38.2 → 68.1, highest since 2025-W06',
    '42.33 fresh points, robust z 7.3',
    'mean level 38.2 → 68.1',
    'Security on 27 Jun 2025, none before on record',
    'Cyber on 27 Jun 2025, the last one on 5 Jan 2024',
    'Security +5 on 27 Jun 2025',
    'close 38.2 → 68.1, Tense → Severe',
    'close 38.2 → 68.1, +29.8',
  ])
})

const evaluated = (model: ForecastModel, comparison: Comparison | null): ModelEvaluation => ({
  model,
  horizons: [],
  comparison,
  beatsPersistence: comparison && comparison.crps < comparison.persistence,
})
const persistence = { model: 'persistence' as const, weeks: [] }

test('where no model beats persistence by as much as could be seen, the verdict says so in a plain sentence', () => {
  const evaluation = [
    evaluated('persistence', null),
    evaluated('decayOnly', { n: 100, crps: 3, persistence: 2 }),
    evaluated('resampledInflow', { n: 100, crps: 1.96, persistence: 2 }),
  ]
  const verdict = verdictOf({ forecasts: [persistence], evaluation })
  expect(verdict).toEqual({ kind: 'none-better', checks: 100 })
  expect(verdictWords(verdict)).toBe(
    'No model beats persistence here: nobody would have done better by these models than by saying that the close stays where it is.',
  )
})

test('models that beat persistence are named, the one that gains most first', () => {
  const evaluation = [
    evaluated('decayOnly', { n: 100, crps: 1.9, persistence: 2 }),
    evaluated('resampledInflow', { n: 96, crps: 1.5, persistence: 2 }),
  ]
  expect(verdictWords(verdictOf({ forecasts: [persistence], evaluation }))).toBe(
    'Decay and resampled weeks beat persistence so far: its mean error (CRPS) was 1.50 score points against 2.00, over 96 forecasts. So did Decay only.',
  )
})

test('a model with too few checked forecasts is not judged, and a record too short for persistence says so', () => {
  const few = [evaluated('decayOnly', { n: 31, crps: 1, persistence: 2 })]
  expect(verdictWords(verdictOf({ forecasts: [persistence], evaluation: few }))).toBe(
    'Too few forecasts could be checked to say which model does better: 31, and it takes 32.',
  )
  const short = verdictOf({ forecasts: [{ model: 'decayOnly', weeks: [] }], evaluation: [] })
  expect(short).toEqual({ kind: 'too-short' })
  expect(verdictWords(short)).toMatch(/^Too short a record to forecast from/)
})
