import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { operator } from '@/lib/auth/operator'
import { adoptStore, type Store } from '@/lib/db/client'
import { PrismaClient } from '@/lib/db/generated/client'
import { dyadView, overviewPage, weekParts } from '@/lib/dyads/queries'
import { type Line, median, timesOf } from './measure'

const ROUNDS = 15

interface Statement {
  sql: string
  params: unknown[]
}

/** A store on the same database whose client tells each statement it sends. */
function listeningStore(url: string, heard: Statement[]): Store {
  const adapter = new PrismaPg({ connectionString: url, max: 1 })
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  prisma.$on('query', (event) => heard.push({ sql: event.query, params: JSON.parse(event.params) }))
  return { prisma, adapter, engine: 'server', close: () => prisma.$disconnect() }
}

/** The statements that a page's queries send, once. */
async function statementsOf(url: string, page: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = []
  const store = listeningStore(url, heard)
  adoptStore(store)
  await page()
  await store.close()
  return heard.filter(({ sql }) => /^\s*SELECT/i.test(sql))
}

/** A page's queries against the statements that they send, sent bare: the two take turns, so that noise hits both. */
export async function againstSql(what: string, url: string, store: Store, page: () => Promise<unknown>): Promise<Line> {
  const statements = await statementsOf(url, page)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const bare = async () => {
    for (const { sql, params } of statements) await client.query(sql, params)
  }
  adoptStore(store)
  await page()
  await bare()
  const [pages, sqls]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    pages.push(...(await timesOf(1, page)))
    sqls.push(...(await timesOf(1, bare)))
  }
  await client.end()
  return { what, against: `its ${statements.length} bare SQL statements`, ms: median(pages), baseMs: median(sqls) }
}

/** What the overview and a dyad's page read, by the product's queries, against the same SQL sent bare. */
export async function benchPages(url: string, store: Store, dyadId: string): Promise<Line[]> {
  const viewer = operator()
  const dyadPage = async () => {
    const view = await dyadView(viewer, dyadId)
    await weekParts(viewer, dyadId, view.shown.weekStart)
  }
  return [
    await againstSql('Overview, 1,000 dyads, 1,000,000 incidents', url, store, () => overviewPage(viewer)),
    await againstSql('Dyad page, 1,000 incidents of 1,000,000', url, store, dyadPage),
  ]
}
