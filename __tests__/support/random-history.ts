import fc from 'fast-check'
import type { Viewer } from '@/lib/auth/viewer'
import { now, todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import type { Incident } from '@/lib/db/generated/client'
import { extendDyads } from '@/lib/dyads/extend'
import { isDeskError } from '@/lib/errors'
import {
  createIncident,
  editIncident,
  restoreRevision,
  retractIncident,
  withdrawProposal,
} from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import type { IncidentInput } from '@/lib/incidents/schema'
import { createDraft, publishDraft } from '@/lib/method/commands'
import { approveBatch } from '@/lib/review/batch'
import { undoBatch } from '@/lib/review/batch-undo'
import { approveIncident, returnIncident, undoApproval } from '@/lib/review/commands'
import { makeSeal } from '@/lib/seals/commands'
import { batchOf } from './batches'
import { makeIncident } from './incidents'

/*
 * Random histories of a dyad: what some people do to it, one after the other, through the product's own commands.
 */

const drawnIncident = fc.record({
  ago: fc.integer({ min: -1, max: 300 }),
  lasts: fc.option(fc.integer({ min: 0, max: 100 })),
  code: fc.constantFrom('DIP+1', 'DIP+3', 'SEC+5', 'MED+4', 'ECO-3', 'CUL-5', 'CYB+3'),
  away: fc.boolean(),
  mutual: fc.boolean(),
  credibility: fc.constantFrom(1, 2, 3, 5),
  reliability: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'E' as const),
  ongoing: fc.boolean(),
})

/** Acts by how often they are drawn. `publish` leaves the series behind, `remake` brings all of them up to date. */
const ACTS = {
  log: 3,
  submit: 2,
  edit: 2,
  approve: 4,
  batch: 1,
  'undo batch': 1,
  return: 1,
  undo: 1,
  retract: 2,
  restore: 1,
  withdraw: 1,
  check: 2,
  publish: 1,
  remake: 1,
  seal: 1,
} as const
type Act = keyof typeof ACTS

const actArb = fc.constantFrom(...Object.entries(ACTS).flatMap(([act, often]) => Array<Act>(often).fill(act as Act)))

/** `hours` pass before a step; `which` and `who` pick an incident and one of the people. */
const stepOf = (act: fc.Arbitrary<Act>) =>
  fc.record({
    act,
    hours: fc.integer({ min: 0, max: 400 }),
    which: fc.nat(),
    who: fc.nat(),
    flag: fc.boolean(),
    incident: drawnIncident,
  })
export type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer T> ? T : never

/** Steps that are the same in every history but for what is drawn of them; `flag` submits what is logged. */
const fixed = (...acts: [act: Act, who: number][]) =>
  fc.tuple(...acts.map(([act, who]) => stepOf(fc.constant(act)).map((step) => ({ ...step, who, flag: true }))))

/** A few things wait at the start; at the end a method is published, two are approved at once and taken back, and a week is checked. */
export const historyArb = fc
  .tuple(
    fixed(['log', 0], ['log', 1], ['log', 2]),
    fc.array(stepOf(actArb), { minLength: 6, maxLength: 14 }),
    fixed(['publish', 2], ['log', 0], ['log', 1], ['batch', 2], ['undo batch', 2], ['check', 0]),
  )
  .map((parts) => parts.flat())

/** What is written to in one run. The last of the people is the admin. */
export interface Run {
  pair: [string, string]
  dyadId: string
  people: Viewer[]
  batch: { by: Viewer; id: string } | null
  /** How often each act was done, rather than refused. */
  done: Map<Act, number>
}

function incidentOf({ incident: { away, ago, lasts, reliability, ...drawn } }: Step, pair: Run['pair']): IncidentInput {
  const start = todayUtc() - ago
  const [actor, target] = away ? pair : [pair[1], pair[0]]
  const dateEnd = lasts === null || drawn.ongoing ? '' : isoOf(Math.min(start + lasts, todayUtc() + 1))
  const sources = [{ outlet: 'Outlet', date: '', url: '', quote: '', reliability }]
  return makeIncident({ ...drawn, actor, target, date: isoOf(start), dateEnd, sources })
}

/** Parameters by which sources that counted alike may count otherwise, and the other way round. */
const parametersOf = ({ which, flag }: Step): MethodParameters => ({
  ...DEFAULT_PARAMETERS,
  anchor: 1 + (which % 5),
  relief: flag ? 0.5 : 0.25,
  reliability: { ...DEFAULT_PARAMETERS.reliability, B: which % 2 === 0 ? 0.5 : 0.75, E: flag ? 0 : 0.5 },
})

async function publish(drafter: Viewer, admin: Viewer, step: Step): Promise<void> {
  const parameters = parametersOf(step)
  const { id, revision } = await createDraft(drafter, { title: 'Drawn', note: '', parameters })
  await publishDraft(admin, { id, baseRevision: revision, reason: 'Drawn for this test' })
}

/** Approves at once all that is new, waits in the dyad and was written by somebody else. */
async function approveAll(run: Run, viewer: Viewer): Promise<void> {
  const batch = await batchOf(viewer, parseFilter({ dyad: run.dyadId }))
  if (batch.expected === 0) return
  const { done } = await approveBatch(viewer, batch)
  if (done > 0) run.batch = { by: viewer, id: batch.batchId }
  count(run, 'batch', done)
}

async function takeBack(run: Run): Promise<void> {
  if (run.batch) count(run, 'undo batch', (await undoBatch(run.batch.by, { batchId: run.batch.id })).done)
}

const count = ({ done }: Run, act: Act, times: number) => done.set(act, (done.get(act) ?? 0) + times)

/** An incident that an act can be done to, if there is one: most drawn at random would be refused. */
async function targetOf({ dyadId }: Run, { act, which }: Step): Promise<Incident | undefined> {
  const waiting = act === 'approve' || act === 'return' ? { headStatus: 'in_review' } : {}
  const where = { dyadId, ...waiting, ...(act === 'retract' ? { inForce: { not: null } } : {}) }
  const rows = await (await database()).incident.findMany({ where, orderBy: { id: 'asc' } })
  return rows[which % Math.max(1, rows.length)]
}

async function act(run: Run, step: Step): Promise<void> {
  const { dyadId, people, pair } = run
  const [viewer, admin] = [people[step.who % people.length], people[people.length - 1]]
  const { flag, who } = step
  const incident = incidentOf(step, pair)
  const weekStart = weekStartOf(todayUtc() - Math.max(0, step.incident.ago))
  const of = async <T>(command: (seen: { dyadId: string; id: string; baseRevision: number }, row: Incident) => T) => {
    const row = await targetOf(run, step)
    if (row) await command({ dyadId, id: row.id, baseRevision: row.revision }, row)
    return row !== undefined
  }
  const acts: Record<Act, () => Promise<unknown>> = {
    log: () => createIncident(viewer, { incident, submit: flag }),
    check: () => checkWeek(viewer, { dyadId, weekStart, checked: flag, note: '' }, { create: true }),
    publish: () => publish(viewer, admin, step),
    remake: () => extendDyads(),
    seal: () => makeSeal(admin, 'asked'),
    batch: () => approveAll(run, viewer),
    'undo batch': () => takeBack(run),
    submit: () => of((seen) => editIncident(viewer, { ...seen, incident, submit: true, reason: '' })),
    edit: () => of((seen) => editIncident(viewer, { ...seen, incident, submit: flag, reason: '' })),
    approve: () => of((seen) => approveIncident(viewer, { ...seen, comment: '' })),
    return: () => of((seen) => returnIncident(viewer, { ...seen, comment: 'Say where' })),
    undo: () => of((seen) => undoApproval(viewer, { ...seen, reason: '' })),
    retract: () => of((seen) => retractIncident(viewer, { ...seen, reason: 'drawn' })),
    restore: () =>
      of((seen, row) => restoreRevision(viewer, { ...seen, revision: 1 + (who % row.revision), reason: 'drawn' })),
    withdraw: () => of((seen) => withdrawProposal(viewer, { ...seen, reason: '' })),
  }
  if ((await acts[step.act]()) !== false && !step.act.endsWith('batch')) count(run, step.act, 1)
}

/** Does one step after its hours. What the rules refuse, such as approving one's own, changes nothing and is no fault. */
export async function takeStep(run: Run, step: Step): Promise<void> {
  jest.setSystemTime(now().getTime() + step.hours * 3_600_000 + 1)
  await act(run, step).catch((error: unknown) => {
    if (!isDeskError(error) || !['INVALID', 'FORBIDDEN'].includes(error.code)) throw error
  })
}
