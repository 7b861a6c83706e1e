import { composedOf } from '@/lib/briefings/apart/source'
import { intervalsStored } from '@/lib/briefings/intervals'
import type { Evidence } from '@/lib/briefings/model/evidence'
import { closeRenderers } from '@/lib/briefings/render-pool'
import { composed } from '@/lib/briefings/rendering'
import { closePool } from '@/lib/compute/pool'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { caseEvidenceOf } from '../support/briefings/fixture'
import { sourceOf } from '../support/briefings/sources'
import { manyIncidents } from '../support/briefings/special'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'

jest.setTimeout(60_000)
startFreshDatabase()
afterAll(async () => {
  await closeRenderers()
  await closePool()
})

beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  // What is drawn of a dyad is kept with it.
  await logApproved(makeIncident())
})

test.each<[string, Evidence, string[]]>([
  ['a small one where it is asked for', caseEvidenceOf(), []],
  ['a large one in the thread for documents', manyIncidents(200), ['documents']],
])('a briefing is composed, %s, with draws from the store', async (_, evidence, threads) => {
  const source = sourceOf(evidence, { language: 'az' })
  expect(await composed(source)).toEqual(await composedOf(source, intervalsStored))
  expect(Object.keys(globalThis.dyadwatchRenderers ?? {})).toEqual(threads)
})
