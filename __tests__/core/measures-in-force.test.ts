import fc from 'fast-check'
import { dayOf, isoOf } from '@/lib/core/calendar'
import { INDICATORS } from '@/lib/core/codebook'
import { type MeasureIncident, measureLedger, measuresInForce } from '@/lib/core/measures'
import caseFile from '@/prisma/cases/rus-aze/incidents.json'
import { caseIncidents } from './reciprocity-case'

/** AZE closes a house of RUS on day 100, but for the given parts. */
const made = (parts: Partial<MeasureIncident> = {}): MeasureIncident => ({
  id: 'closure',
  code: 'CUL+4',
  rung: 4,
  actor: 'AZE',
  target: 'RUS',
  mutual: false,
  startDay: 100,
  endDay: null,
  ongoing: false,
  respondsTo: null,
  title: 'House closed',
  ...parts,
})

/** A conciliatory answer of the same side. */
const answer = (id: string, rung: number, startDay: number, parts: Partial<MeasureIncident> = {}) =>
  made({ id, code: `CUL${rung}`, rung, startDay, respondsTo: 'closure', title: id, ...parts })

const standingOn = (incidents: MeasureIncident[], day: number) =>
  measuresInForce(incidents, day).map(({ incidentId }) => incidentId)

const rowOf = (incidents: MeasureIncident[], day: number) => {
  const [measure] = measureLedger(incidents, day)
  return [measure.easedBy, measure.endedBy, measure.endedDay, measure.ending, measure.ageDays]
}

/** The worked case as measures read it. */
function caseRows(): MeasureIncident[] {
  const rows = new Map(caseFile.incidents.map((row) => [row.id, row]))
  return caseIncidents().flatMap((incident) => {
    const row = rows.get(incident.id)
    return row ? [{ ...incident, code: row.code, title: row.title }] : []
  })
}

test('eight measures of the case stand on 13 July 2025, oldest first', () => {
  const standing = measuresInForce(caseRows(), dayOf('2025-07-13'))
  expect(
    standing.map(({ incidentId, title, kind, actor, sinceDay, ageDays, canEnd }) =>
      [incidentId, title, kind, actor, isoOf(sinceDay), ageDays, canEnd.actor, canEnd.organ].join(' | '),
    ),
  ).toEqual([
    'RA-004 | Russian House in Baku closed | closure | AZE | 2025-02-03 | 160 | AZE | government',
    'RA-006 | Sputnik Azerbaijan ordered closed | closure | AZE | 2025-02-24 | 139 | AZE | both',
    'RA-011 | Nine people detained in the raid | custody | RUS | 2025-06-27 | 16 | RUS | both',
    'RA-016 | All Russian cultural events halted | closure | AZE | 2025-06-29 | 14 | AZE | government',
    'RA-020 | Two Sputnik journalists arrested in Baku | closure | AZE | 2025-07-01 | 12 | AZE | both',
    'RA-021 | Sputnik declared to be operating illegally | finding | AZE | 2025-07-01 | 12 | AZE | both',
    'RA-022 | Filmed arrests of groups of Russian citizens | custody | AZE | 2025-07-01 | 12 | AZE | both',
    'RA-023 | Criminal case against Russian police | case | AZE | 2025-07-02 | 11 | AZE | both',
  ])
  expect(standing.map(({ endedBy, endedDay, easedBy }) => [endedBy, endedDay, easedBy.length])).toEqual(
    standing.map(() => [null, null, 0]),
  )
})

test('on the eve of the raid two measures of the case stood', () => {
  expect(standingOn(caseRows(), dayOf('2025-06-26'))).toEqual(['RA-004', 'RA-006'])
})

test('a measure stands from its first day', () => {
  expect([standingOn([made()], 99), standingOn([made()], 100)]).toEqual([[], ['closure']])
})

test('an answer of its own size ends a measure on its day, and one that is larger too', () => {
  for (const rung of [-4, -5]) {
    const incidents = [made(), answer('reopened', rung, 130)]
    expect([standingOn(incidents, 129), standingOn(incidents, 130)]).toEqual([['closure'], []])
    expect(rowOf(incidents, 129)).toEqual([[], null, null, null, 29])
    expect(rowOf(incidents, 500)).toEqual([[], 'reopened', 130, 'reversed', 30])
  }
})

test('smaller answers ease a measure, by day, and do not add up', () => {
  const incidents = [answer('second', -3, 120), made(), answer('first', -2, 110)]
  expect(rowOf(incidents, 115)).toEqual([['first'], null, null, null, 15])
  expect(rowOf(incidents, 200)).toEqual([['first', 'second'], null, null, null, 100])
})

test('the first answer that is large enough ends it, and what eases it later eases nothing', () => {
  const incidents = [
    made(),
    answer('late', -4, 160),
    answer('too late', -1, 150),
    answer('end', -4, 140),
    answer('ease', -1, 105),
  ]
  expect(rowOf(incidents, 200)).toEqual([['ease'], 'end', 140, 'reversed', 40])
})

test('an act of the other side neither ends nor eases a measure, a joint act ends it', () => {
  const theirs = { actor: 'RUS', target: 'AZE' }
  const apologised = [made(), answer('apology', -4, 130, theirs), answer('regret', -1, 120, theirs)]
  expect(rowOf(apologised, 200)).toEqual([[], null, null, null, 100])
  expect(rowOf([made(), answer('accord', -5, 130, { ...theirs, mutual: true })], 200)).toEqual([
    [],
    'accord',
    130,
    'reversed',
    30,
  ])
})

test('only a direct, conciliatory answer that does not come before it counts', () => {
  const incidents = [
    made(),
    answer('of another', -5, 120, { respondsTo: 'ease' }),
    answer('ease', -1, 110),
    answer('to nothing', -5, 130, { respondsTo: null }),
    answer('before', -5, 99),
    made({ id: 'protest', code: 'DIP+5', rung: 5, startDay: 125, respondsTo: 'closure' }),
  ]
  expect(rowOf(incidents, 200)).toEqual([['ease'], null, null, null, 100])
})

test('a coded last day ends a measure when it is over, unless it is said to go on', () => {
  const coded = made({ endDay: 109 })
  expect([standingOn([coded], 109), standingOn([coded], 110)]).toEqual([['closure'], []])
  expect(rowOf([coded], 300)).toEqual([[], null, 109, 'expired', 9])
  expect(standingOn([{ ...coded, ongoing: true }], 300)).toEqual(['closure'])
})

test('of an answer and a last day the first ends it', () => {
  const coded = made({ endDay: 109 })
  expect(rowOf([coded, answer('sooner', -4, 109)], 300)).toEqual([[], 'sooner', 109, 'reversed', 9])
  expect(rowOf([coded, answer('later', -4, 110), answer('eased', -1, 110)], 300)).toEqual([[], null, 109, 'expired', 9])
})

test('a reversal that is reversed is a new measure by itself', () => {
  const incidents = [
    made(),
    answer('reopened', -4, 130),
    made({ id: 'shut again', startDay: 150, respondsTo: 'reopened' }),
  ]
  expect(standingOn(incidents, 160)).toEqual(['shut again'])
  expect(
    measureLedger(incidents, 160).map(({ incidentId, sinceDay, endedBy }) => [incidentId, sinceDay, endedBy]),
  ).toEqual([
    ['closure', 100, 'reopened'],
    ['shut again', 150, null],
  ])
})

test('acts that are over when done begin nothing', () => {
  const over = ['DIP+3', 'SEC+5', 'MED+3', 'CYB+5', 'CUL+2'].map((code, at) =>
    made({ id: code, code, rung: 3, startDay: at }),
  )
  expect(measureLedger(over, 100)).toEqual([])
})

test('where the anchor also names a death, a measure stands with a proviso until it is coded as lasting', () => {
  const provisoOf = (parts: Partial<MeasureIncident>) =>
    measuresInForce([made({ code: 'MED+5', rung: 5, ...parts })], 110).map(({ onlyWhere }) => onlyWhere)
  const proviso = ['media are outlawed or staff are held; a death does not stand']
  expect(provisoOf({})).toEqual(proviso)
  expect(provisoOf({ endDay: 200 })).toEqual([null])
  expect(provisoOf({ ongoing: true })).toEqual([null])
  expect(provisoOf({ endDay: 100 })).toEqual([])
  expect(measuresInForce([made()], 110)[0].onlyWhere).toBeNull()
})

test('a measure tells what it is, on whom, and who can end it', () => {
  expect(measuresInForce([made({ actor: 'RUS', target: 'AZE' })], 110)).toEqual([
    {
      incidentId: 'closure',
      title: 'House closed',
      kind: 'closure',
      phrase: 'institution closed or events banned',
      onlyWhere: null,
      actor: 'RUS',
      target: 'AZE',
      sinceDay: 100,
      ageDays: 10,
      easedBy: [],
      endedBy: null,
      endedDay: null,
      ending: null,
      canEnd: { actor: 'RUS', organ: 'government' },
    },
  ])
})

test('no incidents make no measures', () => {
  expect([measureLedger([], 5), measuresInForce([], 5)]).toEqual([[], []])
})

const historyArb: fc.Arbitrary<MeasureIncident[]> = fc
  .array(
    fc.record({
      indicator: fc.constantFrom(...INDICATORS),
      startDay: fc.nat(60),
      span: fc.option(fc.nat(40)),
      ongoing: fc.boolean(),
      respondsTo: fc.option(fc.nat(19)),
      forward: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((list) =>
    list.map(({ indicator, startDay, span, ongoing, respondsTo, forward }, index) =>
      made({
        id: `X-${index}`,
        code: indicator.code,
        rung: indicator.rung,
        startDay,
        endDay: span === null ? null : startDay + span,
        ongoing,
        respondsTo: respondsTo === null ? null : `X-${respondsTo}`,
        actor: forward ? 'AZE' : 'RUS',
        target: forward ? 'RUS' : 'AZE',
      }),
    ),
  )

test('the order of incidents changes nothing, later ones change no earlier day, and none is changed', () => {
  fc.assert(
    fc.property(historyArb, fc.nat(80), (incidents, day) => {
      const before = structuredClone(incidents)
      const ledger = measureLedger(incidents, day)
      expect(measureLedger([...incidents].reverse(), day)).toEqual(ledger)
      const known = incidents.filter(({ startDay }) => startDay <= day)
      expect(measureLedger(known, day)).toEqual(ledger)
      expect(incidents).toEqual(before)
    }),
  )
})

test('what has ended stays ended, and every measure begun is in the ledger for good', () => {
  fc.assert(
    fc.property(historyArb, fc.nat(80), fc.nat(40), (incidents, day, later) => {
      const after = new Map(measureLedger(incidents, day + later).map((measure) => [measure.incidentId, measure]))
      for (const measure of measureLedger(incidents, day)) {
        const then = after.get(measure.incidentId)
        expect(then?.sinceDay).toBe(measure.sinceDay)
        if (measure.endedDay !== null) expect(then).toEqual(measure)
        expect(measure.ageDays).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
