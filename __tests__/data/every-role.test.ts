import * as accountCommands from '@/lib/accounts/commands'
import * as accountQueries from '@/lib/accounts/queries'
import { may, ROLES } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { todayUtc } from '@/lib/clock'
import { weekStartOf } from '@/lib/core/calendar'
import * as coverage from '@/lib/coverage/commands'
import { inTransaction } from '@/lib/db/transaction'
import * as dyads from '@/lib/dyads/queries'
import { isDeskError } from '@/lib/errors'
import * as incidentCommands from '@/lib/incidents/commands'
import * as csv from '@/lib/incidents/csv'
import { parseFilter } from '@/lib/incidents/filter'
import * as preview from '@/lib/incidents/preview'
import * as incidentQueries from '@/lib/incidents/queries'
import * as similar from '@/lib/incidents/similar'
import { publishFirstMethod } from '@/lib/method/store'
import * as review from '@/lib/review/commands'
import * as team from '@/lib/team/commands'
import * as teamQueries from '@/lib/team/queries'
import { batchOf } from '../support/batches'
import { startFreshDatabase } from '../support/database'
import { ADMINS, type Calls, EVERYBODY, REVIEWERS, WRITERS } from '../support/every-role'
import { logApproved, makeIncident } from '../support/incidents'
import { viewerWith } from '../support/viewers'

startFreshDatabase()
beforeAll(() => inTransaction(publishFirstMethod))

const seen = (written: incidentCommands.Written) => ({
  ...written,
  baseRevision: written.revision,
  reason: 'because of the test',
  comment: 'because of the test',
})

/** An incident that counts, whoever asks. */
const logged = async () => seen(await logApproved(makeIncident()))

/** One that waits for review, of somebody else. */
const waiting = async () =>
  seen(await incidentCommands.createIncident(await viewerWith('analyst'), { incident: makeIncident(), submit: true }))

/** A correction of what counts, by the viewer where they may write. */
async function correction(viewer: Viewer) {
  const author = viewer.role === 'viewer' ? await viewerWith('analyst') : viewer
  const incident = makeIncident({ note: `note ${++serial}` })
  return seen(await incidentCommands.editIncident(author, { ...(await logged()), submit: true, incident }))
}

/** A bulk approval of all that waits. */
async function batchOfAll() {
  await waiting()
  return batchOf(await viewerWith('reviewer'), filter)
}

const somebody = async () => (await viewerWith('viewer')).accountId ?? ''
const filter = parseFilter({})
const week = weekStartOf(todayUtc())
let serial = 0

/** Every query and command there is: who may, and one call that would succeed. */
const CALLS: Calls = {
  createIncident: {
    allowed: WRITERS,
    call: (viewer) => incidentCommands.createIncident(viewer, { incident: makeIncident(), submit: false }),
  },
  importIncident: {
    allowed: REVIEWERS,
    call: (viewer) =>
      incidentCommands.importIncident(viewer, `T-${++serial}`, { status: 'approved', input: makeIncident() }, 'test'),
  },
  editIncident: {
    allowed: WRITERS,
    call: async (viewer) =>
      incidentCommands.editIncident(viewer, {
        ...(await logged()),
        submit: true,
        incident: makeIncident({ note: 'x' }),
      }),
  },
  retractIncident: {
    allowed: WRITERS,
    call: async (viewer) => incidentCommands.retractIncident(viewer, await logged()),
  },
  withdrawProposal: {
    allowed: WRITERS,
    call: async (viewer) => incidentCommands.withdrawProposal(viewer, await correction(viewer)),
  },
  restoreRevision: {
    allowed: WRITERS,
    call: async (viewer) => incidentCommands.restoreRevision(viewer, { ...(await correction(viewer)), revision: 1 }),
  },
  approveIncident: {
    allowed: REVIEWERS,
    call: async (viewer) => review.approveIncident(viewer, await waiting()),
  },
  returnIncident: { allowed: REVIEWERS, call: async (viewer) => review.returnIncident(viewer, await waiting()) },
  undoApproval: {
    allowed: REVIEWERS,
    call: async (viewer) => {
      const written = await waiting()
      // Only one's own approval can be taken back.
      const approved = may(viewer, 'incident:approve') ? seen(await review.approveIncident(viewer, written)) : written
      return review.undoApproval(viewer, approved)
    },
  },
  approveBatch: {
    allowed: REVIEWERS,
    call: async (viewer) => review.approveBatch(viewer, await batchOfAll()),
  },
  undoBatch: {
    allowed: REVIEWERS,
    call: async (viewer) => {
      const batch = await batchOfAll()
      if (may(viewer, 'incident:approve')) await review.approveBatch(viewer, batch)
      return review.undoBatch(viewer, batch)
    },
  },
  teamSettings: { allowed: ADMINS, call: (viewer) => teamQueries.teamSettings(viewer) },
  setTeamTimeZone: {
    allowed: ADMINS,
    call: (viewer) => team.setTeamTimeZone(viewer, { timeZone: 'Asia/Baku', baseRevision: 0 }),
  },
  setSelfApproval: {
    allowed: ADMINS,
    call: (viewer) => team.setSelfApproval(viewer, { selfApproval: false, baseRevision: 0 }),
  },
  checkWeek: {
    allowed: WRITERS,
    call: (viewer) =>
      coverage.checkWeek(viewer, { dyadId: 'AZE-RUS', weekStart: week, checked: true, note: '' }, { create: true }),
  },
  previewRetraction: {
    allowed: WRITERS,
    call: async (viewer) => preview.previewRetraction(viewer, await logged()),
  },
  previewIncident: { allowed: WRITERS, call: (viewer) => preview.previewIncident(viewer, makeIncident()) },
  similarIncidents: { allowed: WRITERS, call: (viewer) => similar.similarIncidents(viewer, makeIncident()) },
  answerableIncidents: { allowed: WRITERS, call: (viewer) => similar.answerableIncidents(viewer, 'AZE-RUS', '') },
  listIncidents: { allowed: EVERYBODY, call: (viewer) => incidentQueries.listIncidents(viewer, filter) },
  everyIncident: { allowed: EVERYBODY, call: (viewer) => incidentQueries.everyIncident(viewer, filter).next() },
  incidentsCsv: { allowed: EVERYBODY, call: (viewer) => new Response(csv.incidentsCsv(viewer, filter)).text() },
  getIncident: {
    allowed: EVERYBODY,
    call: async (viewer) => incidentQueries.getIncident(viewer, 'AZE-RUS', (await logged()).id),
  },
  incidentHistory: {
    allowed: EVERYBODY,
    call: async (viewer) => incidentQueries.incidentHistory(viewer, 'AZE-RUS', (await logged()).id),
  },
  retractionOf: {
    allowed: EVERYBODY,
    call: async (viewer) => incidentQueries.retractionOf(viewer, 'AZE-RUS', (await logged()).id),
  },
  listAuthors: { allowed: EVERYBODY, call: (viewer) => incidentQueries.listAuthors(viewer) },
  listDyadIds: { allowed: EVERYBODY, call: (viewer) => incidentQueries.listDyadIds(viewer) },
  overviewPage: { allowed: EVERYBODY, call: (viewer) => dyads.overviewPage(viewer) },
  dyadView: {
    allowed: EVERYBODY,
    call: async (viewer) => dyads.dyadView(viewer, (await logged()).dyadId),
  },
  dyadDays: {
    allowed: EVERYBODY,
    call: async (viewer) => dyads.dyadDays(viewer, (await logged()).dyadId, todayUtc() - 10, todayUtc()),
  },
  weekParts: { allowed: EVERYBODY, call: (viewer) => dyads.weekParts(viewer, 'AZE-RUS', week) },
  standing: { allowed: EVERYBODY, call: (viewer) => dyads.standing(viewer, 'AZE-RUS', todayUtc()) },
  checksOf: { allowed: EVERYBODY, call: (viewer) => dyads.checksOf(viewer, 'AZE-RUS') },
  signOutEverywhere: { allowed: EVERYBODY, call: (viewer) => accountCommands.signOutEverywhere(viewer) },
  listAccounts: { allowed: ADMINS, call: (viewer) => accountQueries.listAccounts(viewer) },
  listSignIns: { allowed: ADMINS, call: (viewer) => accountQueries.listSignIns(viewer) },
  listAccountEvents: { allowed: ADMINS, call: (viewer) => accountQueries.listAccountEvents(viewer) },
  createAccount: {
    allowed: ADMINS,
    call: (viewer) => accountCommands.createAccount(viewer, { login: `new-${++serial}`, name: 'New', role: 'viewer' }),
  },
  setRole: { allowed: ADMINS, call: async (viewer) => accountCommands.setRole(viewer, await somebody(), 'analyst') },
  setActive: { allowed: ADMINS, call: async (viewer) => accountCommands.setActive(viewer, await somebody(), false) },
  setPassword: {
    allowed: ADMINS,
    call: async (viewer) => accountCommands.setPassword(viewer, { id: await somebody() }),
  },
}

/** Exported functions that take no viewer, or are tried elsewhere: `changeOwnPassword` needs a real password. */
const OTHERS = ['dyadOf', 'changedFields', 'ensureFirstAccounts', 'changeOwnPassword', 'lateSince']

test('every exported query and command stands in the table', () => {
  const modules = [
    accountCommands,
    accountQueries,
    coverage,
    csv,
    dyads,
    incidentCommands,
    incidentQueries,
    preview,
    review,
    similar,
    team,
    teamQueries,
  ]
  const exported = modules.flatMap((module) =>
    Object.entries(module).filter(([, value]) => typeof value === 'function'),
  )
  const names = exported.map(([name]) => name).filter((name) => !OTHERS.includes(name))
  expect(names.sort()).toEqual(Object.keys(CALLS).sort())
})

describe.each(ROLES)('as %s', (role) => {
  test.each(Object.entries(CALLS))('%s is allowed or refused as the table says', async (_, { allowed, call }) => {
    const viewer = await viewerWith(role)
    const outcome = await call(viewer).then(
      () => 'allowed',
      (error: unknown) => (isDeskError(error) ? error.code : error),
    )
    expect(outcome).toBe(allowed.includes(role) ? 'allowed' : 'FORBIDDEN')
  })
})
