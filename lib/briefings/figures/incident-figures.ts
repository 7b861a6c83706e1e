import { weekStartOf } from '@/lib/core/calendar'
import { bestOfGrades, gradesOf, pointsOn } from '@/lib/core/scoring'
import type { DyadData } from './dyad-data'
import type { FigureBook } from './figure-book'

/** Rows of a table of incidents; the data package has them all. */
export const MOST_ROWS = 2500

/** Of those before its time that add most to the score, and to its change. */
const MOST_NAMED = 20

/** The figures of a dyad's incidents one by one, its measures, its coded answers and how often each side answers. */
export function addIncidents(book: FigureBook, dyad: DyadData): void {
  const { dyadId, incidents, terms, method, lastDay, ofPeriod, contributions } = dyad
  const parts = new Map(ofPeriod.parts.map((part) => [part.id, part]))
  const shares = new Map(contributions.map((one) => [one.id, one]))
  const termOf = new Map(terms.map((term) => [term.id, term]))
  const told = toldOf(dyad)
  for (const incident of incidents.filter(({ id }) => told.has(id))) {
    const { id, startDay, code, credibility, sources } = incident
    const term = termOf.get(id)
    const own = { incidents: [`${dyadId}/${id}`] }
    book.day(`incident.${id}.day`, startDay, own)
    book.add(`incident.${id}.code`, 'word', code, own)
    book.add(`incident.${id}.grade`, 'word', `${bestOfGrades(gradesOf(sources), method.parameters)}${credibility}`, own)
    book.add(`incident.${id}.points`, 'points', term ? pointsOn(term, lastDay) : 0, { formula: '2.3', ...own })
    book.add(`incident.${id}.contribution`, 'score', shares.get(id)?.contribution ?? 0, { formula: '2.3', ...own })
    book.add(`incident.${id}.part`, 'signed', parts.get(id)?.change ?? 0, { formula: '2.3', ...own })
  }
  book.add('incidents.more', 'count', Math.max(0, dyad.ofTime.length - MOST_ROWS))
  addStanding(book, dyad)
  addAnswers(book, dyad)
  addSignals(book, dyad)
}

/** The incidents that a briefing names: those of its time, and of the time before it those that matter most. */
function toldOf({
  ofTime,
  timeline,
  answers,
  measures,
  contributions,
  stands,
  ofPeriod,
}: DyadData): ReadonlySet<string> {
  return new Set([
    ...ofTime,
    ...timeline,
    ...answers.flatMap(({ response, trigger }) => [response, trigger]),
    ...measures.map(({ incidentId }) => incidentId),
    ...contributions.slice(0, MOST_NAMED).map(({ id }) => id),
    ...[...ofPeriod.up, ...ofPeriod.down].slice(0, MOST_NAMED).map(({ id }) => id),
    ...[...stands.signals, ...stands.firsts].flatMap(({ ids }) => ids),
  ])
}

function addStanding(book: FigureBook, { dyadId, measures }: DyadData): void {
  const incidents = measures.map(({ incidentId }) => `${dyadId}/${incidentId}`)
  book.add('measures', 'count', measures.length, { incidents })
}

function addAnswers(book: FigureBook, { dyadId, answers, rates, windowDays }: DyadData): void {
  for (const { response, trigger, lagDays } of answers) {
    const incidents = [response, trigger].map((id) => `${dyadId}/${id}`)
    book.add(`incident.${response}.lag`, 'days', lagDays, { formula: '2.10', incidents })
  }
  book.add('window', 'days', windowDays, { formula: '2.10' })
  for (const side of ['forward', 'backward'] as const) {
    const rate = rates?.[side]
    book.add(`answers.${side}.moves`, 'count', rate?.moves ?? null, { formula: '2.10' })
    book.add(`answers.${side}.answered`, 'count', rate?.answered ?? null, { formula: '2.10' })
    book.add(`answers.${side}.base`, 'share', rate?.baseRate ?? null, { formula: '2.10' })
  }
}

function addSignals(book: FigureBook, { dyadId, stands }: DyadData): void {
  for (const [index, signal] of stands.signals.entries()) {
    const name = `signal.${index + 1}`
    const own = { formula: '2.10', incidents: signal.ids.map((id) => `${dyadId}/${id}`) }
    book.week(`${name}.week`, weekStartOf(signal.weekStart), own)
    if (signal.kind === 'unusual') book.add(`${name}.z`, 'score', signal.z, own)
    if (signal.kind === 'jump') book.add(`${name}.change`, 'signed', signal.after - signal.before, own)
    if (signal.kind === 'changePoint') {
      book.add(`${name}.before`, 'score', signal.before, own)
      book.add(`${name}.after`, 'score', signal.after, own)
    }
    if (signal.kind === 'newFront') book.add(`${name}.category`, 'word', signal.category, own)
  }
}
