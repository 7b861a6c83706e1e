import fc from 'fast-check'
import type { DrawsAsked } from '@/lib/briefings/figures/briefing-data'
import type { Intervals, WeekDraws } from '@/lib/briefings/figures/dyad-data'
import type { Evidence, EvidenceIncident } from '@/lib/briefings/model/evidence'
import { dayOf, weekStartOf } from '@/lib/core/calendar'
import { CREDIBILITIES, INDICATORS, RELIABILITIES } from '@/lib/core/codebook'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'

const FIRST_DAY = dayOf('2025-01-06')
const DAYS = 20 * 7

interface Drawn {
  day: number
  code: number
  forward: boolean
  mutual: boolean
  reliability: number
  credibility: number
  answers: boolean
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  day: fc.nat(DAYS - 1),
  code: fc.nat(INDICATORS.length - 1),
  forward: fc.boolean(),
  mutual: fc.boolean(),
  reliability: fc.nat(RELIABILITIES.length - 1),
  credibility: fc.nat(CREDIBILITIES.length - 1),
  answers: fc.boolean(),
})

function incidentOf(one: Drawn, index: number): EvidenceIncident {
  const { code, category, rung, persistence } = INDICATORS[one.code]
  const startDay = FIRST_DAY + one.day
  const [actor, target] = one.forward ? ['AZE', 'RUS'] : ['RUS', 'AZE']
  return {
    id: `R-${index + 1}`,
    revision: 1,
    actor,
    target,
    mutual: one.mutual && rung < 0,
    code,
    category,
    rung,
    persistence,
    startDay,
    endDay: null,
    ongoing: false,
    earliestDay: startDay,
    latestDay: startDay,
    credibility: CREDIBILITIES[one.credibility],
    confidence: 'high',
    title: `Something of the kind ${code}`,
    summary: '',
    location: '',
    respondsTo: one.answers && index > 0 ? `R-${index}` : null,
    respondsBasis: one.answers && index > 0 ? 'source' : null,
    sources: [{ outlet: 'Outlet', date: null, url: null, quote: '', reliability: RELIABILITIES[one.reliability] }],
  }
}

/** Some record of a dyad over twenty weeks, told of in one of them; weeks without incidents are checked or not. */
export const randomEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    incidents: fc.array(drawn, { minLength: 1, maxLength: 25 }),
    checked: fc.array(fc.nat(19), { maxLength: 12 }),
    week: fc.nat(19),
    weeks: fc.nat(6),
  })
  .map(({ incidents, checked, week, weeks }): Evidence => {
    const first = weekStartOf(FIRST_DAY)
    const record = incidents.map(incidentOf)
    const began = Math.min(
      ...record.map(({ startDay }) => weekStartOf(startDay)),
      ...checked.map((at) => first + 7 * at),
    )
    const toWeek = Math.max(began, first + 7 * week)
    const fromWeek = Math.max(first, toWeek - 7 * weeks)
    return {
      kind: weeks === 0 ? 'weekly' : 'special',
      dyads: [
        {
          dyadId: 'AZE-RUS',
          methodId: '0.1',
          incidents: record,
          checks: [...new Set(checked)].map((at) => ({ weekStart: first + 7 * at, checked: true, note: '' })),
          context: [],
          annotations: [],
        },
      ],
      fromWeek,
      toWeek,
      asOf: '2025-06-30T12:00:00.000Z',
      today: dayOf('2025-06-30'),
      methods: { '0.1': { id: '0.1', hash: 'f'.repeat(64), parameters: DEFAULT_PARAMETERS } },
    }
  })

/** Draws that cost nothing: for tests of what is said, not of how sure it is. */
export async function quickDraws({ days }: Pick<DrawsAsked, 'days'>): Promise<WeekDraws[]> {
  const interval = { p05: 0, p50: 0, p95: 0, mean: 0, atOrAbove: { [-1]: 1, 0: 1, 1: 0.5, 2: 0.5, 3: 0, 4: 0, 5: 0 } }
  return days.map(() => ({ data: interval, full: interval }))
}

/** The same for `briefingData`. */
export const noDraws: Intervals = (_, days) => quickDraws({ days: [...days] })
