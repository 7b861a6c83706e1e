import fc from 'fast-check'
import { sentenceOf } from '@/lib/audit/fault'
import { auditSeal } from '@/lib/audit/one-seal'
import { auditRecord } from '@/lib/audit/record'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { dyadIdOf } from '@/lib/core/dyad'
import { checkWeek } from '@/lib/coverage/commands'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import {
  createIncident,
  editIncident,
  restoreRevision,
  retractIncident,
  type Written,
  withdrawProposal,
} from '@/lib/incidents/commands'
import type { IncidentInput } from '@/lib/incidents/schema'
import { publishFirstMethod } from '@/lib/method/store'
import { approveIncident, returnIncident, undoApproval } from '@/lib/review/commands'
import { makeSeal } from '@/lib/seals/commands'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()

let people: Viewer[]

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  people = [
    await viewerWith('analyst'),
    await viewerWith('reviewer'),
    await viewerWith('reviewer'),
    await viewerWith('admin'),
  ]
})

const what = fc.constantFrom(
  'log',
  'log',
  'edit',
  'edit',
  'approve',
  'approve',
  'approve',
  'return',
  'undo',
  'retract',
  'withdraw',
  'restore',
  'check',
  'seal',
)
const step = fc.record({
  what,
  who: fc.nat({ max: 3 }),
  which: fc.nat(),
  number: fc.integer({ min: 1, max: 5 }),
  ago: fc.integer({ min: 0, max: 300 }),
  code: fc.constantFrom('DIP+1', 'DIP+3', 'SEC+5', 'ECO-3', 'CYB+3'),
  flag: fc.boolean(),
  letters: fc.subarray(['A', 'B', 'C', 'F'] as const, { minLength: 1 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What is written to in one run: a dyad of its own, and the latest known of each incident. */
interface Run {
  pair: [string, string]
  written: Written[]
}

function incidentOf({ ago, code, flag, letters, number }: Step, [actor, target]: [string, string]): IncidentInput {
  const sources = letters.map((reliability) => ({ outlet: 'Wire', date: '', url: '', quote: '', reliability }))
  const date = isoOf(todayUtc() - ago)
  return makeIncident({ actor, target, code, mutual: flag, date, sources, note: `Note ${number}`, ongoing: !flag })
}

async function take(drawn: Step, { pair, written }: Run): Promise<void> {
  const viewer = people[drawn.who]
  const { flag, number } = drawn
  const target = written[drawn.which % Math.max(1, written.length)]
  // Where there is nothing yet to act on, something is logged instead.
  if (drawn.what === 'log' || !target)
    written.push(await createIncident(viewer, { incident: incidentOf(drawn, pair), submit: flag }))
  if (drawn.what === 'seal') await makeSeal(people[3], flag ? 'asked' : 'briefing')
  if (drawn.what === 'check') {
    const week = { dyadId: dyadIdOf(...pair), weekStart: weekStartOf(todayUtc() - drawn.ago), checked: flag }
    await checkWeek(viewer, { ...week, note: `Read ${number}` }, { create: true })
  }
  if (!target) return
  const seen = { dyadId: target.dyadId, id: target.id, baseRevision: target.revision, reason: `Because ${number}` }
  const comment = 'A comment'
  const commands: Record<string, () => Promise<Written>> = {
    edit: () => editIncident(viewer, { ...seen, incident: incidentOf(drawn, pair), submit: flag }),
    approve: () => approveIncident(viewer, { ...seen, comment }),
    return: () => returnIncident(viewer, { ...seen, comment }),
    undo: () => undoApproval(viewer, seen),
    retract: () => retractIncident(viewer, seen),
    withdraw: () => withdrawProposal(viewer, seen),
    restore: () => restoreRevision(viewer, { ...seen, revision: number }),
  }
  const after = await commands[drawn.what]?.()
  if (after) Object.assign(target, after)
}

test('after any sequence of commands by several people the audit finds nothing', async () => {
  const [firsts, seconds] = [
    ['AZE', 'GEO', 'FRA', 'IND', 'EGY', 'PER'],
    ['RUS', 'TUR', 'USA', 'CHN', 'JPN', 'BRA'],
  ]
  const refused: Record<string, number> = {}
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 25, size: 'max' }), async (steps) => {
      const run: Run = { pair: [firsts[runs % 6], seconds[Math.floor(runs / 6) % 6]], written: [] }
      runs++
      for (const drawn of steps) {
        try {
          await take(drawn, run)
        } catch (error) {
          // Who may not, or has nothing to approve, is refused; the record must hold all the same.
          if (!isDeskError(error)) throw error
          refused[error.code] = (refused[error.code] ?? 0) + 1
        }
      }
      const { faults, latest } = await auditRecord()
      expect(faults.map(sentenceOf)).toEqual([])
      if (latest) expect((await auditSeal(latest.hash))?.faults).toEqual([])
    }),
    { numRuns: 20 },
  )
  expect(Object.keys(refused)).not.toContain('CONFLICT')
  // Twenty runs of a dozen steps and more: well below what they write, well above what would prove nothing.
  const { counts } = await auditRecord()
  expect(counts.revisions).toBeGreaterThan(60)
  expect(counts.seals).toBeGreaterThan(3)
}, 180_000)
