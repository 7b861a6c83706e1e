import * as asOf from '@/lib/as-of/queries'
import * as certainty from '@/lib/certainty/queries'
import { now } from '@/lib/clock'
import * as compare from '@/lib/compare/queries'
import { readCompare } from '@/lib/compare/schema'
import { closePool } from '@/lib/compute/pool'
import { weekStartFromId } from '@/lib/core/calendar'
import { inTransaction } from '@/lib/db/transaction'
import * as measures from '@/lib/measures/queries'
import { publishFirstMethod } from '@/lib/method/store'
import * as patterns from '@/lib/patterns/queries'
import * as weeks from '@/lib/weeks/queries'
import * as whatIf from '@/lib/what-if/queries'
import { readStruck } from '@/lib/what-if/schema'
import { startFreshDatabase } from '../support/database'
import { type Calls, EVERYBODY, expectEveryFunction, testEveryRole, WRITERS } from '../support/every-role'
import { logApproved, makeIncident } from '../support/incidents'

startFreshDatabase()
afterAll(closePool)

/** That of the incident. */
const week = weekStartFromId('2025-W27')
let incident: { dyadId: string; id: string }

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  incident = await logApproved(makeIncident())
})

const asOfNow = () => ({ moment: now(), method: 'then' as const })

/** The queries and commands of weeks, measures, as-of, comparing, patterns, certainty and what-if. */
const CALLS: Calls = {
  weekPage: {
    allowed: EVERYBODY,
    call: (viewer) => weeks.weekPage(viewer, incident.dyadId, '2025-W27'),
  },
  deskWeek: { allowed: EVERYBODY, call: (viewer) => weeks.deskWeek(viewer, { week: '2025-W27' }) },
  dyadMeasures: { allowed: EVERYBODY, call: (viewer) => measures.dyadMeasures(viewer, incident.dyadId) },
  asOfComparison: {
    allowed: EVERYBODY,
    call: (viewer) => asOf.asOfComparison(viewer, incident.dyadId, asOfNow()),
  },
  asOfMethods: { allowed: EVERYBODY, call: (viewer) => asOf.asOfMethods(viewer, incident.dyadId, now()) },
  countProposed: { allowed: WRITERS, call: (viewer) => asOf.countProposed(viewer, incident.dyadId) },
  recordStops: { allowed: EVERYBODY, call: (viewer) => asOf.recordStops(viewer, incident.dyadId) },
  compareDyads: {
    allowed: EVERYBODY,
    call: (viewer) => compare.compareDyads(viewer, readCompare({ dyads: incident.dyadId })),
  },
  countryGrid: { allowed: EVERYBODY, call: (viewer) => compare.countryGrid(viewer) },
  countryView: { allowed: EVERYBODY, call: (viewer) => compare.countryView(viewer, 'AZE') },
  vintageTable: { allowed: EVERYBODY, call: (viewer) => asOf.vintageTable(viewer, incident.dyadId) },
  dyadSignals: { allowed: EVERYBODY, call: (viewer) => patterns.dyadSignals(viewer, incident.dyadId) },
  dyadReciprocity: { allowed: EVERYBODY, call: (viewer) => patterns.dyadReciprocity(viewer, incident.dyadId) },
  dyadOutlook: { allowed: EVERYBODY, call: (viewer) => patterns.dyadOutlook(viewer, incident.dyadId) },
  certaintyLine: { allowed: EVERYBODY, call: (viewer) => certainty.certaintyLine(viewer, incident.dyadId, week) },
  dataIntervals: { allowed: EVERYBODY, call: (viewer) => certainty.dataIntervals(viewer, incident.dyadId, week) },
  intervalSeries: { allowed: EVERYBODY, call: (viewer) => certainty.intervalSeries(viewer, incident.dyadId) },
  weekCertainty: { allowed: EVERYBODY, call: (viewer) => certainty.weekCertainty(viewer, incident.dyadId, week) },
  weekSensitivity: { allowed: EVERYBODY, call: (viewer) => certainty.weekSensitivity(viewer, incident.dyadId, week) },
  halfLifeLines: { allowed: EVERYBODY, call: (viewer) => certainty.halfLifeLines(viewer, incident.dyadId, week) },
  weekSobol: { allowed: EVERYBODY, call: (viewer) => certainty.weekSobol(viewer, incident.dyadId, week) },
  weekRanks: { allowed: EVERYBODY, call: (viewer) => certainty.weekRanks(viewer, week) },
  withoutView: {
    allowed: EVERYBODY,
    call: (viewer) => whatIf.withoutView(viewer, incident.dyadId, week, { struck: readStruck({}) }),
  },
  aheadView: { allowed: EVERYBODY, call: (viewer) => whatIf.aheadView(viewer, incident.dyadId) },
}

test('every exported query and command of these features stands in the table', () => {
  expectEveryFunction(CALLS, [measures, weeks, asOf, certainty, compare, patterns, whatIf])
})

testEveryRole(CALLS)
