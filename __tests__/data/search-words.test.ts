import { INDICATORS } from '@/lib/core/codebook'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/transaction'
import { createIncident } from '@/lib/incidents/commands'
import { parseFilter } from '@/lib/incidents/filter'
import { conditions } from '@/lib/incidents/list-query'
import { listIncidents } from '@/lib/incidents/queries'
import { publishFirstMethod } from '@/lib/method/store'
import { startFreshDatabase } from '../support/database'
import { makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
jest.setTimeout(60_000)
beforeAll(() => inTransaction(publishFirstMethod))

async function found(q: string): Promise<string[]> {
  const { rows } = await listIncidents(await viewerWith('analyst'), parseFilter({ q }))
  return rows.map(({ title }) => title).sort()
}

test('an incident is found by what today’s codebook calls its code, with words of its own beside', async () => {
  const analyst = await viewerWith('analyst')
  const log = (code: string, title: string) =>
    createIncident(analyst, {
      incident: makeIncident({
        code,
        title,
        sources: [{ outlet: 'X', date: '', url: '', quote: '', reliability: 'B' }],
      }),
      submit: true,
    })
  await log('DIP+2', 'Ambassador hears of it')
  await log('MED+4', 'Newsroom in Baku')
  const label = INDICATORS.find(({ code }) => code === 'DIP+2')?.label ?? ''
  expect(await found(label)).toEqual(['Ambassador hears of it'])
  expect(await found(`${label} ambass`)).toEqual(['Ambassador hears of it'])
  expect(await found(`${label} newsroom`)).toEqual([])
  expect(await found('dip')).toEqual(['Ambassador hears of it'])
  const [{ words }] = await (await database()).incident.findMany({ where: { code: 'DIP+2' }, select: { words: true } })
  expect(words).toBe('Ambassador hears of it\n\n\nX\n\nDIP+2\nAZE\nRUS\n')
})

test('each code of the codebook is found by its label and by no other code’s incident', async () => {
  const prisma = await database()
  const missed: string[] = []
  for (const { code, label } of INDICATORS) {
    const [where] = conditions(parseFilter({ q: label }), true)
    const among = Prisma.sql`(SELECT c AS code, to_tsvector('simple', 'Some title' || chr(10) || c || chr(10) || 'AZE') AS search
      FROM unnest(${INDICATORS.map((indicator) => indicator.code)}::text[]) c) i`
    const rows = await prisma.$queryRaw<{ code: string }[]>`SELECT i.code FROM ${among} WHERE ${where}`
    const named = INDICATORS.filter((other) => other.label === label).map((other) => other.code)
    if (!rows.some((row) => row.code === code) || rows.some((row) => !named.includes(row.code)))
      missed.push(`${code}: ${rows.map((row) => row.code)}`)
  }
  expect(missed).toEqual([])
})
