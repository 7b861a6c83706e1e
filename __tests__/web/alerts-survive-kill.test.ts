import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { openEmbedded } from '@/lib/db/embedded'
import { type HttpClient, httpClient, sessionCookie } from '../support/http-client'
import { firstAccount, startServer, type TestServer } from '../support/server'
import { copyDesk } from '../support/web-desk'

/*
 * A thousand incidents are saved and approved while the server is killed five times under its writers and started again. Afterwards
 * each rule has told each of its causes once, and each of its readers has each alert once.
 */

const INCIDENTS = 1000
const KILLS = 5
const WRITERS = 6
const PAIRS = ['FRA-GBR', 'DEU-FRA', 'BEL-FRA'] as const
const CODES = ['MED+4', 'DIP+2'] as const
const PATIENCE_MS = 120_000

/** An incident to be saved: what is known of it once it is. */
interface Work {
  number: number
  requestId: string
  dyadId: (typeof PAIRS)[number]
  code: (typeof CODES)[number]
  id?: string
  revision?: number
}

interface Clients {
  analyst: HttpClient
  reviewer: HttpClient
}

let folder: string
let dataDir: string
let server: TestServer | undefined
const cookies: Partial<Record<'analyst' | 'reviewer', string>> = {}

// Some eighty seconds on two idle cores; far more where others work on them.
jest.setTimeout(1_200_000)

beforeAll(() => {
  const desk = copyDesk()
  folder = desk.folder
  dataDir = desk.dataDir
  const script = resolve(__dirname, '../support/make-watch-rules.ts')
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir }
  execFileSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], { env })
})

afterAll(async () => {
  await server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<Clients> {
  server = await startServer({ dataDir })
  const { url } = server
  const client = async (role: 'analyst' | 'reviewer') => {
    cookies[role] ??= await sessionCookie(url, firstAccount(dataDir, role))
    return httpClient(url, cookies[role])
  }
  return { analyst: await client('analyst'), reviewer: await client('reviewer') }
}

const day = new Date().toISOString().slice(0, 10)

/** Saves an incident and approves it. What an earlier try has done already stays as it is. */
async function saveApproved({ analyst, reviewer }: Clients, work: Work): Promise<void> {
  if (work.id === undefined) {
    const [actor, target] = work.dyadId.split('-')
    const incident = {
      actor,
      target,
      date: day,
      code: work.code,
      credibility: 2,
      confidence: 'high',
      title: `Incident ${work.number}`,
      sources: [{ outlet: 'Test wire', reliability: 'B' }],
    }
    const body = { incident, requestId: work.requestId, submit: true }
    const saved = await analyst.post('/api/v1/incidents', body)
    if (saved.status !== 201) throw new Error(`${saved.status} ${await saved.text()}`)
    const { id, revision }: { id: string; revision: number } = await saved.json()
    Object.assign(work, { id, revision })
  }
  const { dyadId, id, revision } = work
  const approved = await reviewer.post('/api/v1/review/approve', { dyadId, id, baseRevision: revision, comment: '' })
  const text = await approved.text()
  // A conflict: the try whose answer was lost had approved it.
  if (approved.status !== 200 && approved.status !== 409) throw new Error(`${approved.status} ${text}`)
}

/** Writers at work until nothing is left, or until the server is killed under them when `killAt` are left. */
async function workOff(clients: Clients, todo: Work[], killAt: number): Promise<void> {
  let killed: Promise<unknown> | undefined
  const write = async () => {
    for (let work = todo.shift(); work; work = todo.shift()) {
      try {
        await saveApproved(clients, work)
      } catch (error) {
        todo.push(work)
        if (!killed) throw error
        return
      }
      if (todo.length <= killAt) killed ??= server?.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  await killed
}

/** Waits until nothing is pending any more, with the server at work. */
async function settled(): Promise<PGlite> {
  const limit = Date.now() + PATIENCE_MS
  for (;;) {
    await new Promise((wait) => setTimeout(wait, 3000))
    expect(await server?.stop()).toBe(0)
    server = undefined
    const pglite = await openEmbedded(dataDir)
    const { rows } = await pglite.query<{ left: number }>('SELECT count(*)::int AS left FROM watch_pending')
    if (rows[0].left === 0) return pglite
    await pglite.close()
    if (Date.now() > limit) throw new Error(`${rows[0].left} notes are still pending`)
    await start()
  }
}

test('of a thousand incidents saved over five kills each rule tells each of its causes once', async () => {
  const all = Array.from({ length: INCIDENTS }, (_, number): Work => {
    return { number, requestId: randomUUID(), dyadId: PAIRS[number % PAIRS.length], code: CODES[number % CODES.length] }
  })
  const todo = [...all]
  for (let kill = 1; kill <= KILLS; kill++)
    await workOff(await start(), todo, INCIDENTS - (kill * INCIDENTS) / (KILLS + 1))
  await workOff(await start(), todo, Number.NEGATIVE_INFINITY)

  const pglite = await settled()
  const { rows: told } = await pglite.query<{ rule: string; cause: string }>(
    `SELECT rule_name AS rule, dyad_id || ' ' || cause_key AS cause FROM watch_alert WHERE dyad_id = ANY($1)`,
    [[...PAIRS]],
  )
  const { rows: notices } = await pglite.query<{ rule: string; login: string; alerts: number; items: number }>(
    `SELECT a.rule_name AS rule, p.login, count(DISTINCT i.alert_id)::int AS alerts, count(*)::int AS items
     FROM inbox_item i JOIN watch_alert a ON a.id = i.alert_id JOIN account p ON p.id = i.account_id
     WHERE i.kind = 'alert' AND a.dyad_id = ANY($1) GROUP BY 1, 2 ORDER BY 1, 2`,
    [[...PAIRS]],
  )
  await pglite.close()

  const causes = (rule: string) => told.filter((alert) => alert.rule === rule).map(({ cause }) => cause)
  const ofIncidents = (some: Work[]) => some.map(({ dyadId, id }) => `${dyadId} incident:${id}`).sort()
  const media = all.filter(({ code }) => code === 'MED+4')
  const oneDyad = all.filter(({ dyadId }) => dyadId === 'FRA-GBR')
  const firsts = PAIRS.flatMap((dyadId) => CODES.map((code) => `${dyadId} first:${code}`))
  expect(causes('Media at rung 4').sort()).toEqual(ofIncidents(media))
  expect(causes('Everything of one dyad').sort()).toEqual(ofIncidents(oneDyad))
  expect(causes('Firsts').sort()).toEqual(firsts.sort())
  const inbox = (rule: string, login: string, alerts: number) => ({ rule, login, alerts, items: alerts })
  expect(notices).toEqual([
    inbox('Everything of one dyad', 'viewer', oneDyad.length),
    inbox('Firsts', 'analyst', firsts.length),
    ...['admin', 'analyst', 'reviewer', 'viewer'].map((login) => inbox('Media at rung 4', login, media.length)),
  ])
})
