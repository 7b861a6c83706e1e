import { closeRenderers } from '@/lib/briefings/render-pool'
import { closePool } from '@/lib/compute/pool'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../database'
import { logApproved, makeIncident } from '../incidents'

/** Gives the test file that calls it a database with a method and one incident, and takes down what briefings are made by in the end. */
export function startBriefingDesk(): void {
  startFreshDatabase()
  beforeAll(async () => {
    await inTransaction(publishFirstMethod)
    await logApproved(makeIncident())
  })
  afterAll(async () => {
    await closePool()
    await closeRenderers()
  })
}
