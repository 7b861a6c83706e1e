import { listen } from '@/lib/db/channel'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'
import { inInbox, ruleOn, told } from '../support/watch'
import { killWorkers, startWorker } from '../support/workers'

/* Several processes work for the rules on one PostgreSQL server; the embedded database belongs to one process. */

let deafen: (() => Promise<void>) | undefined

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))
// Also where the test failed: a listener that is left over would connect again and again.
afterEach(async () => {
  killWorkers()
  await deafen?.()
})

test('two processes, of which one is killed at work and started again, tell each cause once and this one hears of it', async () => {
  const [ana, analyst] = [await viewerWith('viewer'), await viewerWith('analyst')]
  const rule = await ruleOn(ana)
  // What an open window would show: it asks each time that it hears. Alerts of one transaction are one piece of news.
  let shown: string[] = []
  deafen = await listen('inbox_news', async (payload) => {
    if (payload?.includes(ana.accountId ?? '')) shown = await inInbox(ana)
  })
  await startWorker()
  let second = await startWorker()
  const causes: string[] = []
  for (let n = 0; n < 30; n++) {
    const target = ['RUS', 'ARM', 'GEO'][n % 3]
    const { dyadId, id } = await logApproved(makeIncident({ actor: 'AZE', target, code: 'MED+4' }), analyst)
    causes.push(`${dyadId} incident:${id}`)
    if (n % 10 === 5) {
      second.kill('SIGKILL')
      second = await startWorker()
    }
  }
  const prisma = await database()
  const limit = Date.now() + 30_000
  const isDone = async () => (await prisma.watchPending.count()) === 0 && shown.length >= causes.length
  while (!(await isDone()) && Date.now() < limit) await new Promise((pause) => setTimeout(pause, 100))
  expect(await told(rule.id)).toEqual(causes.sort())
  expect(await inInbox(ana)).toEqual(causes)
  expect(shown).toEqual(causes)
}, 120_000)
