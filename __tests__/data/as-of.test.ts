import fc from 'fast-check'
import { sentenceOf } from '@/lib/audit/fault'
import { auditRecord } from '@/lib/audit/record'
import { now, todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { database } from '@/lib/db/client'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { knownSeries } from '../support/known'
import { putMethodInUse } from '../support/methods'
import { historyArb, type Run, takeStep } from '../support/random-history'
import { rebuildDyad, storedSeries } from '../support/series'
import { whileTampered } from '../support/tamper'
import { viewerWith } from '../support/viewers'

jest.setTimeout(300_000)

// From tomorrow on: the audit looks at what is older than the migrations by the rules of an older product.
standStillAt(new Date(Date.now() + 86_400_000))
startFreshDatabase()
beforeAll(() => putMethodInUse('0.1', DEFAULT_PARAMETERS))

/** One a run: a record cannot be taken back, so each run has a dyad of its own. */
const PAIRS = [
  ['AZE', 'RUS'],
  ['GEO', 'TUR'],
  ['FRA', 'ITA'],
  ['CHN', 'IND'],
  ['JPN', 'USA'],
] as const

type Series = Awaited<ReturnType<typeof storedSeries>>

/** As of a moment, up to where a stored series reaches. */
const asOf = (dyadId: string, at: Date, method: 'then' | 'now', { weeks }: Series) =>
  knownSeries(dyadId, at, method, weeks.at(-1)?.weekStart ?? weekStartOf(todayUtc()))

/** The moment by which all that was done is known: another process's clock may have run ahead. */
async function present(dyadId: string): Promise<Date> {
  const dyad = await (await database()).dyad.findUniqueOrThrow({ where: { id: dyadId } })
  return new Date(Math.max(dyad.lastWriteAt?.getTime() ?? 0, now().getTime()))
}

/** A byte of each kind of table: its column, and the SQL of a value that differs in the least. */
const bytes = fc.record({
  pick: fc.nat({ max: 1_000_000 }),
  byte: fc.constantFrom(
    ['incident', 'title', `title || '.'`],
    ['incident', 'points', 'points + 1e-9'],
    ['incident_revision', 'reason', `reason || '.'`],
    ['incident_revision', 'state', `jsonb_set(state, '{input,title}', '"Baku summons the Russian ambassadoR"')`],
    ['incident_source', 'outlet', `outlet || '.'`],
    ['incident_vintage', 'grades', `grades || 'F'`],
    ['dyad_week', 'close', 'close + 1e-9'],
    ['dyad_week_days', 'cells', 'set_byte(cells, 7, get_byte(cells, 7) # 1)'],
    ['dyad_method', 'at', `at + interval '1 millisecond'`],
    ['dyad_method', 'method_id', `method_id || '.'`],
  ),
})

async function faultsWithByte(
  dyadId: string,
  { pick, byte }: { pick: number; byte: readonly string[] },
): Promise<string[]> {
  const [table, column, value] = byte
  const of = `FROM ${table} WHERE dyad_id = '${dyadId}'`
  const where = `t.ctid = (SELECT ctid ${of} ORDER BY ctid OFFSET ${pick} % (SELECT count(*) ${of}) LIMIT 1)`
  const { faults } = await whileTampered({ table, column, where }, value, () => auditRecord())
  return faults.map(sentenceOf)
}

test('after any history the stored series is a full recompute, as of each step it is what was stored then, and the audit finds nothing until a byte is changed', async () => {
  const people = [await viewerWith('reviewer'), await viewerWith('reviewer'), await viewerWith('admin')]
  const done: Run['done'] = new Map()
  let runs = 0
  await fc.assert(
    fc.asyncProperty(historyArb, bytes, async (steps, byte) => {
      const pair: [string, string] = [...PAIRS[runs++]]
      const dyadId = pair.join('-')
      const run: Run = { pair, dyadId, people, batch: null, done }
      const kept: { at: Date; series: Series }[] = []
      for (const step of steps) {
        await takeStep(run, step)
        const [at, series] = [await present(dyadId), await storedSeries(dyadId)]
        expect(await asOf(dyadId, at, 'now', series)).toEqual(series)
        kept.push({ at, series })
      }
      for (const { at, series } of kept) expect(await asOf(dyadId, at, 'then', series)).toEqual(series)
      expect((await auditRecord()).faults.map(sentenceOf)).toEqual([])
      expect(await faultsWithByte(dyadId, byte)).toEqual([expect.stringMatching(new RegExp(`^${dyadId}\\b`))])
      await rebuildDyad(dyadId)
      const again = await storedSeries(dyadId)
      expect(await asOf(dyadId, await present(dyadId), 'then', again)).toEqual(again)
    }),
    // No shrinking: a smaller run would start from what the larger one left.
    { numRuns: PAIRS.length, endOnFailure: true },
  )
  // Enough was done, rather than refused, for all this to say something.
  expect(done.get('approve') ?? 0).toBeGreaterThan(0)
  for (const act of ['batch', 'undo batch'] as const) expect(done.get(act) ?? 0).toBeGreaterThanOrEqual(runs)
  expect(done.get('publish') ?? 0).toBeGreaterThan(1)
})
