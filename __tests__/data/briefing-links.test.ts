import { parseActivityFilter } from '@/lib/activity/filter'
import { listActivity } from '@/lib/activity/queries'
import type { Viewer } from '@/lib/auth/viewer'
import { publishBriefing, revokeLink, shareBriefing, shareDyad } from '@/lib/briefings/commands'
import { tokenHash } from '@/lib/briefings/links'
import type { TlpMark } from '@/lib/briefings/model/terms'
import { listLinks, sharedBriefing, sharedDyad, sharedFile, sharedSubject } from '@/lib/briefings/queries'
import { publishSchema, shareDyadSchema } from '@/lib/briefings/schema'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { startBriefingDesk } from '../support/briefings/desk'
import { draftBy } from '../support/briefings/drafts'
import { faultOf } from '../support/faults'
import { tamper } from '../support/tamper'
import { viewerWith } from '../support/viewers'

jest.setTimeout(60_000)
startBriefingDesk()

let reviewer: Viewer
let green: string
let others = 0

beforeAll(async () => {
  reviewer = await viewerWith('reviewer', 'Rahim')
  green = await publishedAs('GREEN')
})

async function publishedAs(mark: TlpMark): Promise<string> {
  const { id } = await draftBy(reviewer, { mark })
  return (await publishBriefing(reviewer, publishSchema.parse({ id, baseRevision: 1 }))).id
}

const tomorrow = () => isoOf(todayUtc() + 1)
/** Somebody who knocks from an address that nobody else uses. */
const knock = (token: string) => ({ token, address: `192.0.2.${++others}` })

test('a link opens the briefing without an account, is counted, and keeps nothing but the hash of its token', async () => {
  const { id, token, path } = await shareBriefing(reviewer, { briefingId: green, endDate: tomorrow() })
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(path).toBe(`/s/${token}`)
  const { briefing, mark } = await sharedBriefing(knock(token))
  expect([briefing.id, mark, briefing.document.mark]).toEqual([green, 'GREEN', 'GREEN'])
  expect(Object.keys(briefing)).not.toContain('by')
  const file = await sharedFile(knock(token), 'md')
  expect(Buffer.from(file.bytes).toString()).toContain('TLP:GREEN')
  await sharedBriefing(knock(token))
  const [link] = await listLinks(reviewer, { briefingId: green })
  expect(link).toMatchObject({ id, opens: 2, status: 'open', of: green, by: 'Rahim' })
  const prisma = await database()
  const stored = await prisma.briefingLink.findUniqueOrThrow({ where: { id } })
  expect(stored.tokenHash).toBe(tokenHash(token))
  const { rows } = await listActivity(reviewer, parseActivityFilter({ kind: 'briefing' }))
  const everything = JSON.stringify([stored, await prisma.briefingEvent.findMany(), rows])
  expect(everything).not.toContain(token)
})

test('a link that there never was, that has ended or was revoked gives one and the same answer', async () => {
  const [ended, revoked] = [
    await shareBriefing(reviewer, { briefingId: green, endDate: tomorrow() }),
    await shareBriefing(reviewer, { briefingId: green, endDate: tomorrow() }),
  ]
  await tamper(
    Prisma.sql`UPDATE briefing_link SET created_at = now() - interval '3 days', ends_at = now() - interval '1 second'
      WHERE id = ${ended.id}::uuid`,
  )
  await revokeLink(reviewer, { id: revoked.id })
  await revokeLink(reviewer, { id: revoked.id })
  const answers = await Promise.all(
    [ended.token, revoked.token, 'x'.repeat(43), ''].flatMap((token) => [
      faultOf(sharedBriefing(knock(token))),
      faultOf(sharedFile(knock(token), 'md')),
      faultOf(sharedDyad(knock(token))),
      faultOf(sharedSubject(knock(token))),
    ]),
  )
  expect(new Set(answers.map(({ code, message }) => `${code} ${message}`)).size).toBe(1)
  const statuses = new Map((await listLinks(reviewer)).map(({ id, status }) => [id, status]))
  expect([statuses.get(ended.id), statuses.get(revoked.id)]).toEqual(['ended', 'revoked'])
})

test.each(['RED', 'AMBER+STRICT', 'AMBER'] as const)('what is marked %s is not shared by a link', async (mark) => {
  const briefingId = await publishedAs(mark)
  const refused = await faultOf(shareBriefing(reviewer, { briefingId, endDate: tomorrow() }))
  expect([refused.code, refused.message]).toEqual(['INVALID', `A briefing marked TLP:${mark} is not shared by a link.`])
  expect(shareDyadSchema.safeParse({ dyadId: 'AZE-RUS', endDate: tomorrow(), mark }).success).toBe(false)
  expect(
    (await faultOf(shareDyad(reviewer, { dyadId: 'AZE-RUS', endDate: tomorrow(), mark: mark as 'GREEN' }))).code,
  ).toBe('INVALID')
})

test('a mark is asked again when the link is opened, whoever got the link into the table', async () => {
  const briefingId = await publishedAs('RED')
  const { id, token } = await shareBriefing(reviewer, { briefingId: green, endDate: tomorrow() })
  const prisma = await database()
  await prisma.briefingLink.update({ where: { id }, data: { briefingId } })
  expect((await faultOf(sharedBriefing(knock(token)))).code).toBe('NOT_FOUND')
  expect((await faultOf(sharedFile(knock(token), 'md'))).code).toBe('NOT_FOUND')
})

test('a link ends within ninety days, and not before today', async () => {
  const share = (days: number) => shareBriefing(reviewer, { briefingId: green, endDate: isoOf(todayUtc() + days) })
  expect((await faultOf(share(91))).fieldErrors).toEqual({ endDate: ['A link ends within 90 days'] })
  expect((await faultOf(share(-1))).fieldErrors).toEqual({ endDate: ['The link would have ended already'] })
  await share(90)
  await share(0)
})

test('a dyad’s page is shared under a mark, from what is published alone', async () => {
  const { token } = await shareDyad(reviewer, { dyadId: 'AZE-RUS', endDate: tomorrow(), mark: 'CLEAR' })
  const page = await sharedDyad(knock(token))
  expect([page.mark, page.dyad.dyadId, page.reader.role, page.reader.accountId]).toEqual([
    'CLEAR',
    'AZE-RUS',
    'viewer',
    null,
  ])
  expect(await sharedSubject(knock(token))).toBe('dyad')
  expect((await faultOf(sharedBriefing(knock(token)))).code).toBe('NOT_FOUND')
})

test('whoever guesses is held up after thirty wrong tokens; good ones are not counted', async () => {
  const { token } = await shareBriefing(reviewer, { briefingId: green, endDate: tomorrow() })
  const address = '203.0.113.9'
  for (let n = 0; n < 30; n++) {
    await sharedBriefing({ token, address })
    expect((await faultOf(sharedBriefing({ token: `guess-${n}`, address }))).code).toBe('NOT_FOUND')
  }
  expect((await faultOf(sharedBriefing({ token, address }))).code).toBe('RATE_LIMITED')
  expect((await sharedBriefing(knock(token))).briefing.id).toBe(green)
})
