import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { database } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/transaction'
import { publishFirstMethod } from '@/lib/method/store'
import { muteRule } from '@/lib/watch/commands'
import { deliverDue, MOST_ATTEMPTS } from '@/lib/watch/deliver'
import { loop } from '@/lib/watch/loop'
import { alertsOfRule, getRule } from '@/lib/watch/queries'
import { sendWebhook, signatureOf } from '@/lib/watch/send-webhook'
import { isLocalName, isPublicAddress } from '@/lib/watch/targets'
import { workOff } from '@/lib/watch/work'
import { standStillAt } from '../support/clock'
import { startFreshDatabase } from '../support/database'
import { logApproved, makeIncident } from '../support/incidents'
import { startMail, type TestMail } from '../support/smtp'
import { viewerWith } from '../support/viewers'
import { ruleOn } from '../support/watch'

interface Hit {
  headers: IncomingHttpHeaders
  body: string
}

let mail: TestMail
let hook: Server
let hookUrl: string
let answers: number[] = []
/** Called before each answer, and waited for. */
let onHit: () => unknown = () => undefined
const hits: Hit[] = []

standStillAt(new Date('2026-03-03T10:00:00Z'))
jest.setTimeout(60_000)

// The settings are read once, by the first test: the servers have to be there before.
beforeAll(async () => {
  mail = await startMail()
  hook = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    hits.push({ headers: request.headers, body })
    await onHit()
    const status = answers.shift() ?? 204
    response.writeHead(status, status === 101 ? { connection: 'upgrade', upgrade: 'other' } : {}).end()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'Dyadwatch <desk@example.org>',
    WEBHOOK_ALLOW_PRIVATE: '1',
    APP_URL: 'https://desk.example',
  })
})
startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

afterAll(async () => {
  await mail.stop()
  await new Promise((resolve) => hook.close(resolve))
})

const media = (target: string) =>
  makeIncident({ actor: 'AZE', target, code: 'MED+4', date: '2026-03-02', title: 'A raid' })
const dyad = (dyadId: string) => ({ where: { reach: 'dyad' as const, dyadId } })

test('an alert is mailed once, with the rule, the numbers and a link to each incident, under an id of its own', async () => {
  await ruleOn(await viewerWith('viewer'), { ...dyad('AZE-GEO'), name: 'Media', emails: ['ana@example.org'] })
  const { id } = await logApproved(media('GEO'))
  await workOff()
  await deliverDue()
  await deliverDue()
  expect(mail.mails).toHaveLength(1)
  const [text] = mail.mails
  const { id: key } = await (await database()).watchDelivery.findFirstOrThrow({ where: { channel: 'email' } })
  expect(text).toContain('To: ana@example.org')
  expect(text).toContain(`Message-ID: <${key}@dyadwatch>`)
  const body = text.replace(/=\r\n/g, '')
  expect(body).toContain(`https://desk.example/incidents/AZE-GEO/${id}`)
  expect(body).toMatch(/without it, \d+\.\d with it/)
})

test('what the mail server refuses is tried again later, and mailed once', async () => {
  mail.mails.length = 0
  mail.refuse(true)
  await ruleOn(await viewerWith('viewer'), { ...dyad('AZE-KAZ'), emails: ['ana@example.org'] })
  await logApproved(media('KAZ'))
  await workOff()
  await deliverDue()
  mail.refuse(false)
  await deliverDue()
  expect(mail.mails).toEqual([])
  jest.setSystemTime(new Date('2026-03-03T10:00:31Z'))
  await deliverDue()
  expect(mail.mails).toHaveLength(1)
})

test('a webhook is signed, and a try whose answer was lost is repeated under the same key', async () => {
  hits.length = 0
  const ben = await viewerWith('reviewer')
  const rule = await ruleOn(ben, { ...dyad('AZE-IRN'), webhookUrl: hookUrl })
  await logApproved(media('IRN'))
  await workOff()
  answers = [503]
  await deliverDue()
  expect((await getRule(ben, rule.id)).failures).toMatchObject([{ channel: 'webhook', attempts: 1, givenUp: false }])
  jest.setSystemTime(new Date('2026-03-03T10:02:00Z'))
  await deliverDue()
  await deliverDue()
  expect(hits).toHaveLength(2)
  const [lost, taken] = hits
  expect(taken.headers['idempotency-key']).toBe(lost.headers['idempotency-key'])
  const { webhookSecret } = await getRule(ben, rule.id)
  const timestamp = String(taken.headers['x-dyadwatch-timestamp'])
  expect(taken.headers['x-dyadwatch-signature']).toBe(signatureOf(webhookSecret ?? '', timestamp, taken.body))
  expect(JSON.parse(taken.body)).toMatchObject({
    id: taken.headers['idempotency-key'],
    dyad: 'AZE-IRN',
    kind: 'incident',
    before: 0,
    incidents: [{ title: 'A raid' }],
  })
  expect((await getRule(ben, rule.id)).failures).toEqual([])
})

test('a receiver that changes the protocol has not taken a webhook, and holds up nobody', async () => {
  hits.length = 0
  mail.mails.length = 0
  const ben = await viewerWith('reviewer')
  const rule = await ruleOn(ben, { ...dyad('AZE-BGR'), webhookUrl: hookUrl })
  await ruleOn(ben, { ...dyad('AZE-ROU'), emails: ['ana@example.org'] })
  await logApproved(media('BGR'))
  await logApproved(media('ROU'))
  await workOff()
  answers = [101]
  await deliverDue()
  expect(hits).toHaveLength(1)
  const error = expect.stringMatching(/gave no answer$/)
  expect((await getRule(ben, rule.id)).failures).toMatchObject([{ attempts: 1, error }])
  expect(mail.mails).toHaveLength(1)
  jest.setSystemTime(Date.now() + 31_000)
  await deliverDue()
  expect((await getRule(ben, rule.id)).failures).toEqual([])
})

test('a rule of one’s own sends nothing while its owner has muted it', async () => {
  mail.mails.length = 0
  const ana = await viewerWith('viewer')
  const rule = await ruleOn(ana, { ...dyad('AZE-MDA'), emails: ['ana@example.org'] })
  await muteRule(ana, { ruleId: rule.id, days: null })
  await logApproved(media('MDA'))
  await workOff()
  await deliverDue()
  expect(mail.mails).toEqual([])
  expect((await alertsOfRule(ana, rule.id)).rows).toHaveLength(1)
})

test('several senders at once send each message once, and what nobody takes is given up in the end', async () => {
  hits.length = 0
  const ben = await viewerWith('reviewer')
  const rule = await ruleOn(ben, { ...dyad('AZE-UZB'), webhookUrl: hookUrl })
  for (let n = 0; n < 6; n++) await logApproved(media('UZB'))
  await workOff()
  await Promise.all([deliverDue(), deliverDue(), deliverDue()])
  expect(new Set(hits.map(({ headers }) => headers['idempotency-key'])).size).toBe(6)
  expect(hits).toHaveLength(6)
  await logApproved(media('UZB'))
  await workOff()
  for (let n = 0; n < MOST_ATTEMPTS + 1; n++) {
    answers = [500]
    await deliverDue()
    jest.setSystemTime(Date.now() + 24 * 3_600_000)
  }
  expect(hits).toHaveLength(6 + MOST_ATTEMPTS)
  expect((await getRule(ben, rule.id)).failures).toMatchObject([{ attempts: MOST_ATTEMPTS, givenUp: true }])
})

test('a sender that dies keeps its message for a while, and then another one sends it', async () => {
  hits.length = 0
  const ben = await viewerWith('reviewer')
  await ruleOn(ben, { ...dyad('AZE-TUR'), webhookUrl: hookUrl })
  await logApproved(media('TUR'))
  await workOff()
  const prisma = await database()
  const lease = new Date(Date.now() + 120_000)
  await prisma.watchDelivery.updateMany({ where: { dyadId: 'AZE-TUR' }, data: { attempts: 1, dueAt: lease } })
  await deliverDue()
  expect(hits).toEqual([])
  jest.setSystemTime(Date.now() + 120_001)
  await deliverDue()
  expect(hits).toHaveLength(1)
})

test('a sender that was taken for dead, and fails after all, does not send again what another one sent', async () => {
  hits.length = 0
  const ben = await viewerWith('reviewer')
  const rule = await ruleOn(ben, { ...dyad('AZE-TKM'), webhookUrl: hookUrl })
  await logApproved(media('TKM'))
  await workOff()
  const prisma = await database()
  answers = [500]
  onHit = () => {
    const sent = { attempts: 2, dueAt: null, sentAt: new Date(), lastError: '' }
    return prisma.watchDelivery.updateMany({ where: { dyadId: 'AZE-TKM' }, data: sent })
  }
  try {
    await deliverDue()
  } finally {
    onHit = () => undefined
  }
  jest.setSystemTime(Date.now() + 24 * 3_600_000)
  await deliverDue()
  expect(hits.filter(({ body }) => JSON.parse(body).dyad === 'AZE-TKM')).toHaveLength(1)
  expect((await getRule(ben, rule.id)).failures).toEqual([])
})

test('a stop waits for the message that is being sent, and leaves what else is due for later', async () => {
  hits.length = 0
  const ben = await viewerWith('reviewer')
  await ruleOn(ben, { ...dyad('AZE-KGZ'), webhookUrl: hookUrl })
  for (let n = 0; n < 3; n++) await logApproved(media('KGZ'))
  await workOff()
  const sending = loop(deliverDue)
  const stopped = new Promise<void>((resolve) => {
    onHit = () => resolve(sending.stop())
  })
  sending.kick()
  await stopped
  onHit = () => undefined
  expect(hits).toHaveLength(1)
  sending.kick()
  await deliverDue()
  expect(new Set(hits.map(({ headers }) => headers['idempotency-key'])).size).toBe(3)
  expect(hits).toHaveLength(3)
})

test('private and reserved addresses are told from public ones', () => {
  for (const address of [
    '127.0.0.1',
    '10.9.9.9',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of ['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
  for (const name of ['localhost', 'a.localhost', 'printer', 'desk.local', '127.0.0.1', '[::1]', 'db.internal.'])
    expect([name, isLocalName(name)]).toEqual([name, true])
  expect(isLocalName('example.org')).toBe(false)
})

test('a webhook is not sent over plain http to another machine', async () => {
  const message = { id: 'x' } as Parameters<typeof sendWebhook>[2]
  await expect(sendWebhook('http://example.org/hook', 's', message)).rejects.toThrow('A webhook needs https')
})
