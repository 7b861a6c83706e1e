import { randomUUID } from 'node:crypto'
import type { WatchCondition } from '@/lib/core/watch'
import { inTransaction } from '@/lib/db/transaction'
import { isDeskError } from '@/lib/errors'
import { publishFirstMethod } from '@/lib/method/store'
import * as commands from '@/lib/watch/commands'
import * as queries from '@/lib/watch/queries'
import type { NewRuleInput, Scope } from '@/lib/watch/schema'
import { startFreshDatabase } from '../support/database'
import { type Calls, EVERYBODY, REVIEWERS, testEveryRole, WRITERS } from '../support/every-role'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(async () => {
  await inTransaction(publishFirstMethod)
  await logApproved(makeIncident())
})

const list = (scope: Scope) => ({ scope, name: 'A list', note: '', dyadIds: ['AZE-RUS'] })
const rule = (scope: Scope, more: Partial<NewRuleInput> = {}): NewRuleInput => ({
  scope,
  name: 'A rule',
  condition: { kind: 'move', points: 5, way: 'up' },
  where: { reach: 'all' },
  emails: [],
  webhookUrl: null,
  ...more,
})
const teamList = async () => commands.createWatchlist(await viewerWith('reviewer'), list('team'))
const teamRule = async () => commands.createRule(await viewerWith('reviewer'), rule('team'))
const seen = ({ id, revision }: { id: string; revision: number }) => ({ id, baseRevision: revision })
const nothing = () => ({ dyadId: 'AZE-RUS', alertId: randomUUID() })
const test1 = (condition: WatchCondition) => ({ condition, where: { reach: 'dyad' as const, dyadId: 'AZE-RUS' } })

/** Every query and command of watching: one's own by everybody, the team's by reviewers. */
const OWN: Calls = {
  createWatchlist: { allowed: EVERYBODY, call: (viewer) => commands.createWatchlist(viewer, list('own')) },
  changeWatchlist: {
    allowed: EVERYBODY,
    call: async (viewer) =>
      commands.changeWatchlist(viewer, {
        ...seen(await commands.createWatchlist(viewer, list('own'))),
        ...list('own'),
        name: 'Another name',
      }),
  },
  archiveWatchlist: {
    allowed: EVERYBODY,
    call: async (viewer) =>
      commands.archiveWatchlist(viewer, {
        ...seen(await commands.createWatchlist(viewer, list('own'))),
        archived: true,
      }),
  },
  createRule: { allowed: EVERYBODY, call: (viewer) => commands.createRule(viewer, rule('own')) },
  changeRule: {
    allowed: EVERYBODY,
    call: async (viewer) =>
      commands.changeRule(viewer, {
        ...rule('own', { name: 'Another name' }),
        ...seen(await commands.createRule(viewer, rule('own'))),
      }),
  },
  switchRule: {
    allowed: EVERYBODY,
    call: async (viewer) =>
      commands.switchRule(viewer, { ...seen(await commands.createRule(viewer, rule('own'))), on: true }),
  },
  archiveRule: {
    allowed: EVERYBODY,
    call: async (viewer) =>
      commands.archiveRule(viewer, { ...seen(await commands.createRule(viewer, rule('own'))), archived: true }),
  },
  muteRule: {
    allowed: EVERYBODY,
    call: async (viewer) => commands.muteRule(viewer, { ruleId: (await teamRule()).id, days: null }),
  },
  acknowledgeAlert: { allowed: EVERYBODY, call: (viewer) => commands.acknowledgeAlert(viewer, nothing()) },
  snoozeAlert: { allowed: EVERYBODY, call: (viewer) => commands.snoozeAlert(viewer, { ...nothing(), days: 1 }) },
  listAlerts: { allowed: EVERYBODY, call: (viewer) => queries.listAlerts(viewer, { show: 'open' }) },
  countAlerts: { allowed: EVERYBODY, call: (viewer) => queries.countAlerts(viewer) },
  alertsOfRule: {
    allowed: EVERYBODY,
    call: async (viewer) => queries.alertsOfRule(viewer, (await teamRule()).id),
  },
  listRules: { allowed: EVERYBODY, call: (viewer) => queries.listRules(viewer) },
  getRule: { allowed: EVERYBODY, call: async (viewer) => queries.getRule(viewer, (await teamRule()).id) },
  listWatchlists: { allowed: EVERYBODY, call: (viewer) => queries.listWatchlists(viewer) },
  getWatchlist: { allowed: EVERYBODY, call: async (viewer) => queries.getWatchlist(viewer, (await teamList()).id) },
  watchChannels: { allowed: EVERYBODY, call: (viewer) => queries.watchChannels(viewer) },
  backTestRule: {
    allowed: EVERYBODY,
    call: (viewer) => queries.backTestRule(viewer, test1({ kind: 'move', points: 5, way: 'up' })),
  },
}

/** The same calls on what is the team's, and what else asks for more. */
const MORE: Calls = {
  'a list of the team': { allowed: REVIEWERS, call: (viewer) => commands.createWatchlist(viewer, list('team')) },
  'a change of a team list': {
    allowed: REVIEWERS,
    call: async (viewer) => commands.changeWatchlist(viewer, { ...seen(await teamList()), ...list('team'), note: 'x' }),
  },
  'the archive of a team list': {
    allowed: REVIEWERS,
    call: async (viewer) => commands.archiveWatchlist(viewer, { ...seen(await teamList()), archived: true }),
  },
  'a rule of the team': { allowed: REVIEWERS, call: (viewer) => commands.createRule(viewer, rule('team')) },
  'a change of a team rule': {
    allowed: REVIEWERS,
    call: async (viewer) =>
      commands.changeRule(viewer, { ...rule('team', { name: 'Another' }), ...seen(await teamRule()) }),
  },
  'the switch of a team rule': {
    allowed: REVIEWERS,
    call: async (viewer) => commands.switchRule(viewer, { ...seen(await teamRule()), on: true }),
  },
  'the archive of a team rule': {
    allowed: REVIEWERS,
    call: async (viewer) => commands.archiveRule(viewer, { ...seen(await teamRule()), archived: true }),
  },
  'a rule with a webhook': {
    allowed: REVIEWERS,
    call: (viewer) => commands.createRule(viewer, rule('own', { webhookUrl: 'https://example.org/hook' })),
  },
  'a rule of what waits for review': {
    allowed: WRITERS,
    call: (viewer) => commands.createRule(viewer, rule('own', { condition: { kind: 'unreviewed', days: 3 } })),
  },
  'a back-test of what waits for review': {
    allowed: WRITERS,
    call: (viewer) => queries.backTestRule(viewer, test1({ kind: 'unreviewed', days: 3 })),
  },
}

test('every exported query and command of watching stands in the table', () => {
  const exported = [commands, queries].flatMap((module) => Object.keys(module))
  expect(exported.sort()).toEqual(Object.keys(OWN).sort())
})

testEveryRole({ ...OWN, ...MORE })

test('another person’s own lists and rules are not there for anybody, admins included', async () => {
  const owner = await viewerWith('viewer')
  const [ownList, ownRule] = [
    await commands.createWatchlist(owner, list('own')),
    await commands.createRule(owner, rule('own')),
  ]
  const admin = await viewerWith('admin')
  const attempts = [
    queries.getWatchlist(admin, ownList.id),
    queries.getRule(admin, ownRule.id),
    queries.alertsOfRule(admin, ownRule.id),
    commands.changeWatchlist(admin, { ...seen(ownList), ...list('own') }),
    commands.switchRule(admin, { ...seen(ownRule), on: true }),
    commands.muteRule(admin, { ruleId: ownRule.id, days: null }),
  ]
  for (const attempt of attempts) {
    const fault = await attempt.catch((error: unknown) => error)
    expect(isDeskError(fault) && fault.code).toBe('NOT_FOUND')
  }
  expect((await queries.listRules(admin)).map(({ id }) => id)).not.toContain(ownRule.id)
  expect((await queries.listWatchlists(admin)).map(({ id }) => id)).not.toContain(ownList.id)
})
