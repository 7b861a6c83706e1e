import { type ChainLink, type Chains, chainsOf, type Move } from '@/lib/core/reciprocity'
import type { IncidentFacts } from '@/lib/dyads/incident-facts'
import type { LadderAnswer, LadderMove, ReciprocityView } from './views'

/** Coded answers that are drawn at once. */
export const MOST_ANSWERS = 60

type Ladder = Pick<ReciprocityView, 'ladder' | 'drawnAnswers' | 'allAnswers' | 'standAlone'>

/** What the ladder reads of a move. */
interface Known {
  move: Move
  facts: IncidentFacts
  isOwed: boolean
}

function answerOf(link: ChainLink, own: Known, trigger: Known): LadderAnswer {
  const isKept = own.isOwed || trigger.isOwed
  return {
    id: link.trigger,
    title: trigger.facts.title,
    lagDays: link.lagDays,
    basis: link.basis,
    sameSide: !link.reversedDirection,
    rungChange: isKept ? null : link.rungChange,
    otherCategory: isKept ? null : link.crossCategory,
  }
}

/** What each trigger was answered with, unless its own coding or that of an answer is kept from the viewer. */
function answeredWith({ links, proportionality }: Chains, isOwed: (id: string) => boolean) {
  const kept = new Set(
    links.filter(({ response, trigger }) => isOwed(response) || isOwed(trigger)).map((one) => one.trigger),
  )
  return new Map(
    proportionality
      .filter(({ trigger }) => !kept.has(trigger))
      .map(({ trigger, answers, answerPoints, ratio }) => [trigger, { moves: answers, points: answerPoints, ratio }]),
  )
}

function ladderMove({ move, facts, isOwed }: Known): Omit<LadderMove, 'answers' | 'answered'> {
  const { id, day, direction } = move
  const { dyadId, title } = facts
  const named = { dyadId, id, title, day, direction }
  if (isOwed) return { ...named, category: null, code: null, rung: null, points: 0, withheld: true }
  return { ...named, category: move.category, code: facts.code, rung: move.rung, points: move.points }
}

/**
 * The coded chains among some moves as a ladder (SCORING.md 2.10, reciprocity (a)): every move that answers or is answered, by day and
 * then id. Where there are more than `most` answers, those latest by day, each with what it answers. Of moves in `owed` the
 * coding is left out, and what would tell of it. O(n log n).
 */
export function ladderOf(
  moves: readonly Move[],
  facts: readonly IncidentFacts[],
  owed: ReadonlySet<string>,
  most: number,
): Ladder {
  const chains = chainsOf(moves)
  const factsById = new Map(facts.map((one) => [one.id, one]))
  const known = new Map(
    moves.flatMap((move): [string, Known][] => {
      const own = factsById.get(move.id)
      return own ? [[move.id, { move, facts: own, isOwed: owed.has(move.id) }]] : []
    }),
  )
  const drawn = chains.links.slice(Math.max(0, chains.links.length - most))
  const linkOf = new Map(drawn.map((link) => [link.response, link]))
  const inChains = new Set(chains.links.flatMap(({ response, trigger }) => [response, trigger]))
  const onLadder = new Set(drawn.flatMap(({ response, trigger }) => [response, trigger]))
  const answered = answeredWith(chains, (id) => owed.has(id))
  const ladder = [...onLadder]
    .flatMap((id) => known.get(id) ?? [])
    .sort((a, b) => a.move.day - b.move.day || (a.move.id < b.move.id ? -1 : 1))
    .map((own): LadderMove => {
      const link = linkOf.get(own.move.id)
      const trigger = link && known.get(link.trigger)
      return {
        ...ladderMove(own),
        answers: link && trigger ? answerOf(link, own, trigger) : null,
        answered: answered.get(own.move.id) ?? null,
      }
    })
  return {
    ladder,
    drawnAnswers: drawn.length,
    allAnswers: chains.links.length,
    standAlone: moves.length - inChains.size,
  }
}
