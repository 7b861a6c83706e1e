import fc from 'fast-check'
import { type ChainTree, chainsOf, type Move, movesOf, pairsOf, transitions } from '@/lib/core/reciprocity'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import golden from '../golden/reference-scores.json'
import { DYAD, makeIncident } from './arbitraries'
import { expectClose, expectMatches } from './golden'
import { caseMoves, makeMove, movesArb, movesFrom } from './reciprocity-case'

const { links: goldenLinks, proportionality: goldenProportionality, transition } = golden.reciprocity
const directions = { 'AZE>RUS': 'forward', 'RUS>AZE': 'backward' } as const

/** A tree as `id(answers)`. */
const written = ({ move, answers }: ChainTree): string =>
  answers.length === 0 ? move.id : `${move.id}(${answers.map(written).join(' ')})`

const treesOf = (moves: Move[]) => chainsOf(moves).trees.map(written)

/** Moves from a text such as `a b>a`: b answers a. Days go up by one. */
const chained = (text: string) =>
  text.split(' ').map((word, day) => {
    const [id, respondsTo = null] = word.split('>')
    return makeMove({ id, day, respondsTo })
  })

test('the links of the case are the golden ones, in their order', () => {
  const { links } = chainsOf(caseMoves())
  expect(goldenLinks).toHaveLength(17)
  expectMatches(links, goldenLinks)
})

test('what each trigger of the case was answered with is golden, in the order of the first answer', () => {
  const { proportionality } = chainsOf(caseMoves())
  expect(proportionality.map(({ trigger }) => trigger)).toEqual(Object.keys(goldenProportionality))
  for (const [index, { trigger, responses, n }] of Object.values(goldenProportionality).entries()) {
    expectClose(proportionality[index].triggerPoints, trigger)
    expectClose(proportionality[index].answerPoints, responses)
    expectClose(Number(proportionality[index].ratio), responses / trigger)
    expect(proportionality[index].answers).toBe(n)
  }
})

test('who moves next in the case is golden', () => {
  const counts = transitions(caseMoves())
  for (const [from, row] of Object.entries(transition)) {
    if (from !== 'AZE>RUS' && from !== 'RUS>AZE') throw new Error(from)
    expect([counts[directions[from]].forward, counts[directions[from]].backward]).toEqual([
      row['AZE>RUS'],
      row['RUS>AZE'],
    ])
  }
})

test('the chains of the case are those of its story', () => {
  expect(treesOf(caseMoves())).toEqual([
    'RA-001(RA-002(RA-003))',
    'RA-004(RA-005(RA-008))',
    'RA-006(RA-007(RA-021))',
    'RA-010(RA-012(RA-019) RA-013 RA-014 RA-015 RA-016 RA-017 RA-020(RA-018) RA-022 RA-023)',
  ])
})

test('the cyberattack answers the closing of the Russian House, and the arrests answer the raid', () => {
  const { links } = chainsOf(caseMoves())
  const linkOf = (id: string) => links.find(({ response }) => response === id)
  expect(linkOf('RA-005')).toEqual({
    response: 'RA-005',
    trigger: 'RA-004',
    basis: 'source',
    lagDays: 13,
    rungChange: -1,
    crossCategory: true,
    reversedDirection: true,
  })
  expect([linkOf('RA-020')?.trigger, linkOf('RA-020')?.basis]).toEqual(['RA-010', 'analyst'])
  expect([linkOf('RA-022')?.trigger, linkOf('RA-022')?.basis]).toEqual(['RA-010', 'source'])
})

test('the ladder shows every move once, by day and then id, each with its trigger and lag', () => {
  const pairs = pairsOf(caseMoves())
  expect(pairs).toHaveLength(24)
  expect(pairs.slice(-3).map(({ move }) => move.id)).toEqual(['RA-022', 'RA-024', 'RA-023'])
  const shown = pairs.map(({ move, trigger, lagDays }) => [move.id, trigger?.id ?? null, lagDays])
  expect(shown.slice(0, 5)).toEqual([
    ['RA-001', null, null],
    ['RA-002', 'RA-001', 21],
    ['RA-003', 'RA-002', 0],
    ['RA-004', null, null],
    ['RA-005', 'RA-004', 13],
  ])
})

test('an answer to itself or to an incident that is not a move is no link', () => {
  const chains = chainsOf(chained('a b>b c>x'))
  expect(chains).toEqual({ links: [], proportionality: [], trees: [] })
  expect(pairsOf(chained('a b>b c>x')).map(({ trigger }) => trigger)).toEqual([null, null, null])
})

test('a cycle is cut at its earliest move, and its links stay', () => {
  const moves = chained('a>c b>a c>b')
  expect(treesOf(moves)).toEqual(['a(b(c))'])
  expect(chainsOf(moves).links.map(({ response, lagDays }) => [response, lagDays])).toEqual([
    ['a', -2],
    ['b', 1],
    ['c', 1],
  ])
})

test('a move that hangs on a cycle stands in its tree, though it comes first', () => {
  expect(treesOf(chained('early>b a>c b>a c>b'))).toEqual(['a(b(early c))'])
})

test('two cycles make two trees', () => {
  expect(treesOf(chained('a>b b>a c>d d>c'))).toEqual(['a(b)', 'c(d)'])
})

test('a chain may be as long as a record', () => {
  const moves = Array.from({ length: 20_000 }, (_, day) =>
    makeMove({ id: `M-${day}`, day, respondsTo: day === 0 ? null : `M-${day - 1}` }),
  )
  let tree: ChainTree | undefined = chainsOf(moves).trees[0]
  let depth = 0
  for (; tree; tree = tree.answers[0]) depth++
  expect(depth).toBe(20_000)
})

test('a conciliatory answer takes from what a trigger was answered with', () => {
  const moves = [
    makeMove({ id: 'a', points: 8, rung: 4 }),
    makeMove({ id: 'b', day: 1, points: 6, rung: 4, respondsTo: 'a' }),
    makeMove({ id: 'c', day: 2, points: -4, rung: -4, respondsTo: 'a' }),
  ]
  const { links, proportionality } = chainsOf(moves)
  expect(proportionality).toEqual([{ trigger: 'a', triggerPoints: 8, answerPoints: 2, answers: 2, ratio: 0.25 }])
  expect(links.map(({ rungChange, reversedDirection }) => [rungChange, reversedDirection])).toEqual([
    [0, false],
    [-8, false],
  ])
})

test('a trigger without points has no ratio', () => {
  const moves = [makeMove({ id: 'a', points: 0 }), makeMove({ id: 'b', respondsTo: 'a' })]
  expect(chainsOf(moves).proportionality[0].ratio).toBeNull()
})

test('no moves make no chains and no transitions', () => {
  expect(chainsOf([])).toEqual({ links: [], proportionality: [], trees: [] })
  expect(pairsOf([])).toEqual([])
  const none = { forward: 0, backward: 0 }
  expect(transitions([])).toEqual({ forward: none, backward: none })
})

test('transitions count who moves next, whatever the order they come in', () => {
  const moves = movesFrom('A1 A2 B3 A4 B5 B6')
  const counts = { forward: { forward: 1, backward: 2 }, backward: { forward: 1, backward: 1 } }
  expect(transitions(moves)).toEqual(counts)
  expect(transitions(moves.reverse())).toEqual(counts)
})

test('two moves with one id are refused', () => {
  for (const read of [chainsOf, pairsOf, transitions]) expect(() => read([makeMove(), makeMove()])).toThrow(RangeError)
})

test('every move stands in one tree at most, below its trigger', () => {
  fc.assert(
    fc.property(movesArb, (moves) => {
      const seen: string[] = []
      const visit = ({ move, answers }: ChainTree): void => {
        seen.push(move.id)
        for (const answer of answers) {
          expect(answer.move.respondsTo).toBe(move.id)
          visit(answer)
        }
      }
      const { trees, links } = chainsOf(moves)
      trees.forEach(visit)
      expect(new Set(seen).size).toBe(seen.length)
      const linked = new Set(links.flatMap(({ response, trigger }) => [response, trigger]))
      expect(new Set(seen)).toEqual(linked)
    }),
  )
})

test('the order of moves changes nothing, and none is changed', () => {
  fc.assert(
    fc.property(movesArb, (moves) => {
      const before = structuredClone(moves)
      const chains = chainsOf(moves)
      expect(chainsOf([...moves].reverse())).toEqual(chains)
      expect(pairsOf([...moves].reverse())).toEqual(pairsOf(moves))
      expect(moves).toEqual(before)
    }),
  )
})

test('drafts, retracted incidents, context and joint acts are no moves; conciliatory acts and acts without points are', () => {
  const none = { respondsTo: null, respondsBasis: null }
  const incidents = [
    { ...makeIncident({ id: 'draft', status: 'draft' }), ...none },
    { ...makeIncident({ id: 'gone', status: 'retracted' }), ...none },
    { ...makeIncident({ id: 'context', kind: 'context' }), ...none },
    { ...makeIncident({ id: 'joint', mutual: true }), ...none },
    { ...makeIncident({ id: 'calming', rung: -3, actor: 'RUS', target: 'AZE' }), ...none },
    {
      ...makeIncident({ id: 'doubtful', reliability: 'E', credibility: 5, startDay: 7 }),
      ...none,
      respondsTo: 'calming',
    },
  ]
  const moves = movesOf(incidents, DYAD, DEFAULT_PARAMETERS)
  expect(moves.map(({ id, direction, day, points, respondsTo }) => [id, direction, day, points, respondsTo])).toEqual([
    ['calming', 'backward', 0, -2, null],
    ['doubtful', 'forward', 7, 0, 'calming'],
  ])
})
