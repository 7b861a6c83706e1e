import type { Figures } from '@/lib/briefings/model/figures'
import { CATEGORIES } from '@/lib/core/codebook'
import { DEFAULT_SEED } from '@/lib/core/hash/uniform'
import { bandOfScore, bandsOf } from '@/lib/core/scoring'
import { type BriefingData, DRAWS } from './briefing-data'
import type { DyadData } from './dyad-data'
import { type Change, isCovered, wayOf } from './dyad-parts'
import { FigureBook } from './figure-book'
import { addIncidents } from './incident-figures'
import { addLikelihood } from './likelihood-figures'

/**
 * Every figure that a briefing may speak of, by id: those of the briefing itself under `briefing`, those of a dyad under its id. What a
 * document writes out is one of these, and the data package holds them all. O(weeks + incidents).
 */
export function figuresOf({ evidence, dyads }: BriefingData): Figures {
  const figures: Figures = {}
  const book = new FigureBook(figures, 'briefing')
  const weekly = dyads.map(({ week, ofWeek }) => ({ covered: week.coverage !== 'not_checked', change: ofWeek.change }))
  const counted = (keep: (one: (typeof weekly)[number]) => boolean) => weekly.filter(keep).length
  book.day('asOf', evidence.today)
  book.add('time', 'word', evidence.asOf.slice(11, 16))
  book.week('from', evidence.fromWeek)
  book.week('week', evidence.toWeek)
  book.add('weeks', 'count', (evidence.toWeek - evidence.fromWeek) / 7 + 1)
  book.add('dyads', 'count', dyads.length)
  book.add(
    'up',
    'count',
    counted(({ covered, change }) => covered && wayOf(change) === 'up'),
  )
  book.add(
    'down',
    'count',
    counted(({ covered, change }) => covered && wayOf(change) === 'down'),
  )
  book.add(
    'unchecked',
    'count',
    counted(({ covered }) => !covered),
  )
  book.add('draws', 'count', DRAWS, { formula: '2.7' })
  book.add('seed', 'word', String(DEFAULT_SEED), { formula: '2.7' })
  for (const { id, hash, parameters } of Object.values(evidence.methods)) {
    const method = new FigureBook(figures, `method.${id}`)
    method.add('id', 'word', id)
    method.add('hash', 'word', hash)
    method.add('base', 'ratio', parameters.base, { formula: '2.2' })
    method.add('anchor', 'ratio', parameters.anchor, { formula: '2.2' })
    for (const { name, from } of bandsOf(parameters)) method.add(`band.${name}`, 'score', from, { formula: '2.3' })
    for (const [name, days] of Object.entries(parameters.halfLife))
      method.add(`halfLife.${name}`, 'ratio', days, { formula: '2.2' })
  }
  for (const dyad of dyads) addDyad(figures, dyad)
  return figures
}

function addDyad(figures: Figures, dyad: DyadData): void {
  const book = new FigureBook(figures, dyad.dyadId)
  addLevel(book, dyad)
  addChange(book, 'week', dyad, dyad.ofWeek)
  addChange(book, 'period', dyad, dyad.ofPeriod)
  if (dyad.fourWeeks) addChange(book, 'fourWeeks', dyad, dyad.fourWeeks)
  addShares(book, dyad)
  addLikelihood(book, dyad)
  addAhead(book, dyad)
  addIncidents(book, dyad)
  for (const { id, startDay, endDay } of dyad.annotations) {
    book.day(`annotation.${id}.from`, startDay)
    book.day(`annotation.${id}.to`, endDay)
  }
  for (const { id, day } of dyad.context) book.day(`context.${id}.day`, day)
}

function addLevel(book: FigureBook, dyad: DyadData): void {
  const { week, record, weeks, shown, standings, lastCovered, uncheckedAfter } = dyad
  const { figures } = week
  const formula = '2.3'
  book.week('week', week.weekStart)
  book.add('close', 'score', week.close, { formula })
  book.add('band', 'band', figures.band.name, { formula })
  book.add('high', 'score', week.high, { formula: '2.6' })
  book.day('high.day', week.highDay)
  book.add('points', 'points', figures.points, { formula })
  book.add('escalatory', 'points', figures.escalatory, { formula })
  book.add('relief', 'points', figures.relief, { formula })
  book.add('forward', 'score', figures.direction.forward.contribution, { formula })
  book.add('backward', 'score', figures.direction.backward.contribution, { formula })
  book.add('asymmetry', 'ratio', figures.asymmetry, { formula })
  book.add('breadth', 'score', figures.breadth, { formula })
  for (const category of CATEGORIES)
    book.add(`category.${category}`, 'score', figures.category[category].contribution, { formula })
  book.week('record.since', record?.since ?? null, { formula: '2.10' })
  book.week('began', weeks[0].weekStart)
  // A peak is one that somebody looked at.
  const peak = shown
    .filter(isCovered)
    .reduce<(typeof shown)[number] | null>((best, one) => (best && best.close >= one.close ? best : one), null)
  book.add('peak', 'score', peak?.close ?? null)
  book.week('peak.week', peak?.weekStart ?? null)
  book.week('shown.from', shown[0].weekStart)
  for (const { band, sinceDay, open } of standings)
    if (!open) book.day(`standing.${band.name}`, sinceDay, { formula: '2.10' })
  book.week('lastCovered.week', lastCovered?.weekStart ?? null)
  book.add('lastCovered.close', 'score', lastCovered?.close ?? null)
  book.add('lastCovered.band', 'band', lastCovered?.figures.band.name ?? null)
  book.add('uncheckedAfter', 'count', uncheckedAfter)
}

function addChange(book: FigureBook, name: string, { method, byId, dyadId }: DyadData, change: Change): void {
  const formula = '2.3'
  const before = change.from?.close ?? 0
  book.add(`${name}.change`, 'signed', change.change, { formula })
  book.add(`${name}.size`, 'size', change.change, { formula })
  book.add(`${name}.before`, 'score', before)
  book.add(`${name}.before.band`, 'band', bandOfScore(before, method.parameters).name)
  book.week(`${name}.before.week`, change.from?.weekStart ?? null)
  book.add(`${name}.added`, 'signed', change.added, { formula })
  book.add(`${name}.faded`, 'signed', change.faded, { formula })
  const fresh = change.parts.filter((part) => part.fresh && byId.has(part.id)).map(({ id }) => `${dyadId}/${id}`)
  book.add(`${name}.incidents`, 'count', fresh.length, { incidents: fresh })
}

/** The category from which most of what the period's new incidents added came, where more than one category and a rise are there. */
function addShares(book: FigureBook, { ofPeriod, byId, dyadId }: DyadData): void {
  const raised = ofPeriod.up.filter(({ fresh }) => fresh)
  const total = raised.reduce((sum, { change }) => sum + change, 0)
  const sums = CATEGORIES.map((category) => {
    const own = raised.filter(({ id }) => byId.get(id)?.category === category)
    return { category, sum: own.reduce((sum, { change }) => sum + change, 0), ids: own.map(({ id }) => id) }
  })
  const [most] = sums.toSorted((a, b) => b.sum - a.sum)
  const incidents = most.ids.map((id) => `${dyadId}/${id}`)
  book.add('share', 'share', total > 0 ? most.sum / total : null, { formula: '2.3', incidents })
  book.add('share.category', 'word', total > 0 ? most.category : null, { incidents })
}

/** Fresh, confirmed incidents of these rungs say what a band costs. */
const TOLD_RUNGS = [4, 2] as const

function addAhead(book: FigureBook, { fall, costs, lastDay }: DyadData): void {
  const formula = '2.9'
  book.day('lastDay', lastDay)
  for (const [index, { day, daysAhead, band }] of fall.entries()) {
    book.day(`fall.${index + 1}.day`, day, { formula })
    book.add(`fall.${index + 1}.days`, 'days', daysAhead, { formula })
    book.add(`fall.${index + 1}.band`, 'band', band.name, { formula })
  }
  for (const [index, { band, points, freshConfirmed }] of costs.entries()) {
    book.add(`cost.${index + 1}.band`, 'band', band.name, { formula })
    book.add(`cost.${index + 1}.points`, 'points', points, { formula })
    for (const rung of TOLD_RUNGS) book.add(`cost.${index + 1}.rung${rung}`, 'count', freshConfirmed[rung], { formula })
  }
}
