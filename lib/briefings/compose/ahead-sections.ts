import type { Block, Run, Sentence } from '@/lib/briefings/model/document'
import { outlookPicture, type trendPicture } from './charts'
import type { DyadWriter } from './dyad-writer'

const plain = (text: string): Run => ({ text })
const chart = (picture: ReturnType<typeof trendPicture>): Block => ({ kind: 'chart', picture })

/** What stands between the two, whatever of its points has faded. */
export function measureBlocks(dyad: DyadWriter): Block[] {
  const { measures } = dyad.data
  if (measures.length === 0) return [{ kind: 'paragraph', sentences: [dyad.say('measures.none', 'measures.none')] }]
  const args = { count: dyad.fig('measures'), day: dyad.fig('lastDay') }
  const lead: Block = { kind: 'paragraph', sentences: [dyad.say('measures.lead', 'measures.lead', args)] }
  const rows = measures.map(({ incidentId, kind, canEnd }) => [
    dyad.cell(`incident.${incidentId}.day`),
    { runs: [plain(dyad.partiesText(incidentId))] },
    { runs: [plain(dyad.pack.measures[kind])] },
    { runs: [dyad.title(incidentId), ...dyad.noteRuns(incidentId)] },
    { runs: [plain(`${dyad.country(canEnd.actor)}: ${dyad.pack.organs[canEnd.organ]}`)] },
  ])
  const columns = [
    { label: dyad.label('since'), align: 'left' as const, width: 0.14 },
    { label: dyad.label('parties'), align: 'left' as const, width: 0.18 },
    { label: dyad.label('measure'), align: 'left' as const, width: 0.15 },
    { label: dyad.label('title'), align: 'left' as const, width: 0.33 },
    { label: dyad.label('endedBy'), align: 'left' as const, width: 0.2 },
  ]
  return [lead, { kind: 'table', table: { caption: `${dyad.pack.sections.measures}: ${dyad.name}`, columns, rows } }]
}

/** Who answered whom, as coded, and how often either side's moves are followed by the other. */
export function reciprocityBlocks(dyad: DyadWriter): Block[] {
  const { answers, rates, byId } = dyad.data
  const told = answers.filter(({ response, trigger }) => byId.has(response) && byId.has(trigger))
  const items = told.map(({ response, trigger, basis }) => {
    const args = {
      answer: dyad.title(response),
      trigger: dyad.title(trigger),
      lag: dyad.fig(`incident.${response}.lag`),
      basis: basis ?? 'none',
      ...dyad.parties(response),
    }
    return [dyad.say(`answer.${response}`, 'reciprocity.answer', args, [response, trigger])]
  })
  const lists: Block[] =
    items.length > 0
      ? [{ kind: 'list', ordered: false, items }]
      : [{ kind: 'paragraph', sentences: [dyad.say('answer.none', 'reciprocity.none')] }]
  if (!rates) return lists
  const sides = { forward: [dyad.first, dyad.second], backward: [dyad.second, dyad.first] } as const
  const rateSentences = (['forward', 'backward'] as const).map((direction) => {
    const [side, other] = sides[direction]
    return dyad.say(`rate.${direction}`, 'reciprocity.rate', {
      side: plain(side),
      other: plain(other),
      moves: dyad.fig(`answers.${direction}.moves`),
      answered: dyad.fig(`answers.${direction}.answered`),
      base: dyad.fig(`answers.${direction}.base`),
      window: dyad.fig('window'),
    })
  })
  const few = rates.forward.tooFew ? [dyad.say('rate.few', 'reciprocity.tooFew')] : []
  return [...lists, { kind: 'paragraph', sentences: [...rateSentences, ...few] }]
}

/** Bands that are told of on the way down, and up. */
const MOST_STEPS = 4
const MOST_COSTS = 2

/** What the arithmetic alone would do, what would take it further, and what to watch. */
export function outlookBlocks(dyad: DyadWriter): Block[] {
  const { fall, costs, measures, byId, ofPeriod } = dyad.data
  const falls = fall.slice(0, MOST_STEPS).map((_, index) => {
    const name = `fall.${index + 1}`
    const args = { band: dyad.fig(`${name}.band`), day: dyad.fig(`${name}.day`) }
    return dyad.say(name, 'outlook.fall', { ...args, days: dyad.fig(`${name}.days`), from: dyad.fig('lastDay') })
  })
  const up = costs.slice(0, MOST_COSTS).map((_, index) => {
    const name = `cost.${index + 1}`
    const args = { band: dyad.fig(`${name}.band`), points: dyad.fig(`${name}.points`) }
    return dyad.say(name, 'outlook.cost', { ...args, four: dyad.fig(`${name}.rung4`), two: dyad.fig(`${name}.rung2`) })
  })
  const strongest = ofPeriod.up.find((part) => part.fresh && byId.has(part.id))
  const watch: Sentence[] = []
  if (measures.length > 0)
    watch.push(dyad.say('watch.measures', 'outlook.watchMeasures', { count: dyad.fig('measures') }))
  if (strongest) {
    const { target } = dyad.incident(strongest.id)
    watch.push(dyad.sayOf(strongest.id, 'watch', 'outlook.watch', { side: plain(dyad.country(target)) }))
  }
  const items = [...falls, ...up, ...watch].map((sentence) => [sentence])
  const calm = falls.length === 0 ? [dyad.say('outlook.calm', 'outlook.calm')] : []
  const top = up.length === 0 ? [dyad.say('outlook.top', 'outlook.top')] : []
  return [
    chart(outlookPicture(dyad)),
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
    { kind: 'paragraph', sentences: [...calm, ...top, dyad.say('outlook.noForecast', 'outlook.noForecast')] },
  ]
}
