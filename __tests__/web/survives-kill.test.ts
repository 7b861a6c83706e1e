import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type HttpClient, httpClient, sessionCookie } from '../support/http-client'
import { firstAccount, setUp, startRefused, startServer, type TestServer } from '../support/server'
import { copyDesk } from '../support/web-desk'

const ROUNDS = 3
const SAVES_BEFORE_KILL = 8
const WRITERS = 3

interface Save {
  title: string
  requestId: string
}
interface Acknowledged extends Save {
  dyadId: string
  id: string
}

let folder: string
let dataDir: string
let cookie: string
let server: TestServer | undefined

jest.setTimeout(300_000)

beforeAll(() => {
  const desk = copyDesk()
  folder = desk.folder
  dataDir = desk.dataDir
})

afterAll(async () => {
  await server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A server on the folder, and its client. The session outlives a killed server: its key is in the database. */
async function start(): Promise<HttpClient> {
  server = await startServer({ dataDir })
  cookie ??= await sessionCookie(server.url, firstAccount(dataDir, 'analyst'))
  return httpClient(server.url, cookie)
}

function bodyOf({ title, requestId }: Save): unknown {
  const incident = {
    actor: 'RUS',
    target: 'AZE',
    date: '2025-07-02',
    code: 'DIP+2',
    credibility: 2,
    confidence: 'high',
    title,
    sources: [{ outlet: 'Test wire', reliability: 'B' }],
  }
  return { incident, requestId, submit: true }
}

async function save(client: HttpClient, what: Save): Promise<Acknowledged> {
  const response = await client.post('/api/v1/incidents', bodyOf(what))
  const text = await response.text()
  if (response.status !== 201) throw new Error(`${response.status} ${text}`)
  const { dyadId, id }: { dyadId: string; id: string } = JSON.parse(text)
  return { ...what, dyadId, id }
}

/** Several writers save one incident after another until the server is killed under them. */
async function saveUntilKilled(client: HttpClient, round: number) {
  const acknowledged: Acknowledged[] = []
  const interrupted: Save[] = []
  let killed: Promise<unknown> | undefined
  const write = async (writer: number) => {
    for (let number = 1; ; number++) {
      const what = { title: `Save ${round}.${writer}.${number}`, requestId: randomUUID() }
      try {
        acknowledged.push(await save(client, what))
      } catch (error) {
        if (!killed) throw error
        interrupted.push(what)
        return
      }
      if (acknowledged.length >= SAVES_BEFORE_KILL) killed ??= server?.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  await killed
  return { acknowledged, interrupted }
}

async function titleOf(client: HttpClient, { dyadId, id }: Acknowledged): Promise<string> {
  const response = await client.get(`/api/v1/incidents/${dyadId}/${id}`)
  const text = await response.text()
  if (response.status !== 200) return `${response.status} ${text}`
  return JSON.parse(text).title
}

test('kill -9 in the middle of saves loses no acknowledged save, and a repeated save makes one incident', async () => {
  const all: Acknowledged[] = []
  let client = await start()
  for (let round = 1; round <= ROUNDS; round++) {
    const { acknowledged, interrupted } = await saveUntilKilled(client, round)
    expect(acknowledged.length).toBeGreaterThanOrEqual(SAVES_BEFORE_KILL)
    expect(interrupted).toHaveLength(WRITERS)
    all.push(...acknowledged)

    client = await start()
    for (const what of interrupted) all.push(await save(client, what))
    const found: string[] = []
    for (const incident of all) found.push(await titleOf(client, incident))
    expect(found).toEqual(all.map(({ title }) => title))
  }
  const csv = await (await client.get('/api/v1/incidents.csv?q=Save')).text()
  const saved = csv.match(/Save \d+\.\d+\.\d+/g)?.sort()
  expect(saved).toEqual(all.map(({ title }) => title).sort())
})

test('while a server has the folder, neither a second one nor a command is let in', async () => {
  if (!server) throw new Error('the first test started no server')
  const sentence = `The data folder ${dataDir} is in use by process ${server.pid}.`
  const second = await startRefused({ dataDir })
  expect(second.code).toBe(1)
  expect(second.output).toContain(sentence)
  const command = await setUp({ dataDir })
  expect(command.code).toBe(1)
  expect(command.output).toContain(sentence)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})

test('a server that is asked to stop gives the folder back at once', async () => {
  expect(await server?.stop()).toBe(0)
  server = undefined
  expect((await setUp({ dataDir })).code).toBe(0)
})
