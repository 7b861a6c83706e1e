import { CATEGORIES, CONFIDENCES, PERSISTENCES } from '@/lib/core/codebook'
import {
  columnsOf,
  DEFAULT_PARAMETERS,
  pointsAtFifty,
  recursiveTotalsOf,
  scoreOf,
  type TermColumns,
  termOf,
} from '@/lib/core/scoring'
import { type SimulationMode, simulate, type UncertainIncident } from '@/lib/core/uncertainty'
import { type Line, median, processorTimeOf, randomStream } from './measure'

const DYAD = 'AZE-RUS'
const INCIDENTS = 1000
const DAYS = 1096
const DRAWS = 1000
const ROUNDS = 15
const WARM_UP = 3

const sundays = Array.from({ length: Math.floor(DAYS / 7) }, (_, week) => 7 * week + 6)

/** A thousand incidents of one dyad over three years, as a team codes them: some held, some with an interval of dates. */
function drawIncidents(): UncertainIncident[] {
  const random = randomStream(7)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  return Array.from({ length: INCIDENTS }, (_, index): UncertainIncident => {
    const startDay = Math.floor(random() * DAYS)
    const held = random() < 0.1 ? Math.floor(random() * 90) : null
    const loose = random() < 0.1 ? 1 + Math.floor(random() * 15) : 0
    const outward = random() < 0.5
    return {
      id: `${DYAD}-${index + 1}`,
      actor: outward ? 'AZE' : 'RUS',
      target: outward ? 'RUS' : 'AZE',
      mutual: false,
      kind: 'incident',
      status: 'approved',
      category: oneOf(CATEGORIES),
      rung: (1 + Math.floor(random() * 5)) * (random() < 0.2 ? -1 : 1),
      persistence: oneOf(PERSISTENCES),
      startDay,
      endDay: held === null ? null : startDay + held,
      ongoing: false,
      reliability: oneOf(['A', 'B', 'C', 'C', 'F'] as const),
      credibility: oneOf([1, 1, 2, 2, 3] as const),
      earliestDay: startDay - loose,
      latestDay: startDay + loose,
      confidence: oneOf(CONFIDENCES),
    }
  })
}

/** X50 as the anchor to a base of 1, as the draws have it: its power is not worked out anew for each score. */
const SCALE = { ...DEFAULT_PARAMETERS, base: 1, anchor: pointsAtFifty(DEFAULT_PARAMETERS) }

/** One scoring pass over the three years, and the scores of its Sundays. */
function pass(columns: TermColumns): number {
  const totals = recursiveTotalsOf(columns, 0, DAYS - 1)
  let check = 0
  for (const day of sundays) check += scoreOf(totals[day], SCALE)
  return check
}

function passes(columns: TermColumns): number {
  let check = 0
  for (let draw = 0; draw < DRAWS; draw++) check += pass(columns)
  return check
}

const drawAll = (incidents: readonly UncertainIncident[], mode: SimulationMode) =>
  simulate(incidents, DYAD, sundays, DEFAULT_PARAMETERS, { mode, draws: DRAWS })

const TITLES = { data: '1,000 draws of the data', full: '1,000 draws of data and method' } as const

/**
 * A thousand Monte-Carlo draws of a dyad's weekly closes over three years against a thousand scoring passes over the same years:
 * processor time of the two, which take turns.
 */
export function benchUncertainty(): Line[] {
  const incidents = drawIncidents()
  const columns = columnsOf(incidents.flatMap((incident) => termOf(incident, DYAD, DEFAULT_PARAMETERS) ?? []))
  const lines: Line[] = []
  for (const mode of ['data', 'full'] as const) {
    const times = { drawn: [] as number[], passed: [] as number[] }
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      const drawn = processorTimeOf(() => drawAll(incidents, mode))
      const passed = processorTimeOf(() => passes(columns))
      if (round < WARM_UP) continue
      times.drawn.push(drawn)
      times.passed.push(passed)
    }
    lines.push({
      what: `${TITLES[mode]}, 1,000 incidents, weekly, 3 years`,
      against: '1,000 scoring passes of that dyad',
      ms: median(times.drawn),
      baseMs: median(times.passed),
    })
  }
  return lines
}
