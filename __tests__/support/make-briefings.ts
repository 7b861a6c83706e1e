import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Viewer } from '@/lib/auth/viewer'
import {
  createDraft,
  createSchedule,
  createTemplate,
  editSentence,
  publishBriefing,
  refreshDraft,
  reviseBriefing,
  revokeLink,
  shareBriefing,
  shareDyad,
  switchSchedule,
} from '@/lib/briefings/commands'
import { startDueRuns } from '@/lib/briefings/due-runs'
import { runOnce } from '@/lib/briefings/runs'
import {
  editSentenceSchema,
  newDraftSchema,
  newScheduleSchema,
  newTemplateSchema,
  publishSchema,
  refreshSchema,
} from '@/lib/briefings/schema'
import { todayUtc } from '@/lib/clock'
import { isoOf } from '@/lib/core/calendar'
import { closeStore, database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { archiveWatchlist, createWatchlist } from '@/lib/watch/commands'
import { DRAFT_ID, LARGE_DRAFT_ID, LINKS_FILE, SCHEDULE_ID, type SharedPaths, TEMPLATE_ID } from './briefing-places'
import { beginLargeDraft } from './briefings/large-draft'

/*
 * Makes briefings for the browser tests: a template, a draft with somebody's words in it, a large one, two published ones of which the
 * second replaces the first, schedules and what came of them, and links that are open and revoked. The embedded database must not be in
 * use.
 */

const LONG = 'Sammanträdesprotokollsgranskningsnämnden '.repeat(2).trim()

async function firstAccount(login: string): Promise<Viewer> {
  const account = await (await database()).account.findUniqueOrThrow({ where: { login } })
  return mintViewer({ accountId: account.id, login, name: account.name, role: account.role })
}

const settings = { kind: 'weekly', dyadIds: ['AZE-RUS'], fromWeek: '2025-W27', toWeek: '2025-W27', language: 'en' }

async function publishTwice(reviewer: Viewer): Promise<string> {
  const draft = await createDraft(reviewer, newDraftSchema.parse({ ...settings, mark: 'GREEN' }))
  const first = await publishBriefing(reviewer, publishSchema.parse({ id: draft.id, baseRevision: 1 }))
  const { id } = await reviseBriefing(reviewer, { briefingId: first.id })
  const reason = `Put more plainly. ${LONG}`
  return (await publishBriefing(reviewer, publishSchema.parse({ id, baseRevision: 1, reason }))).id
}

async function beginDraft(reviewer: Viewer): Promise<void> {
  const asked = { ...settings, mark: 'AMBER', title: LONG, requestId: DRAFT_ID, templateId: TEMPLATE_ID }
  await createDraft(reviewer, newDraftSchema.parse(asked))
  const edit = {
    id: DRAFT_ID,
    baseRevision: 1,
    key: 'AZE-RUS.bluf.band',
    text: `By 99.9 points it is a crisis now. ${LONG}`,
  }
  await editSentence(reviewer, editSentenceSchema.parse(edit))
  await refreshDraft(reviewer, refreshSchema.parse({ id: DRAFT_ID, baseRevision: 2 }))
}

/** Lets what a schedule makes be due, and tries it until it is made or given up. */
async function runNow(id: string): Promise<void> {
  const prisma = await database()
  await prisma.briefingSchedule.update({ where: { id }, data: { dueAt: new Date(Date.now() - 60_000) } })
  await startDueRuns()
  const open = { scheduleId: id, doneAt: null, failedAt: null }
  while ((await prisma.briefingRun.updateMany({ where: open, data: { nextAt: new Date() } })).count > 0)
    await runOnce(new AbortController().signal)
}

/** A schedule that has made a draft, and one that was given up: its list is gone. The inbox of their owner tells of both. */
async function makeSchedules(reviewer: Viewer): Promise<void> {
  const sent = { ...settings, mark: 'GREEN', formats: ['pdf'], publish: false, emails: [], folder: false }
  const monday = { ...sent, of: { by: 'dyads', dyadIds: ['AZE-RUS'] }, name: 'Monday briefing', requestId: SCHEDULE_ID }
  await createSchedule(reviewer, newScheduleSchema.parse(monday))
  await runNow(SCHEDULE_ID)
  const list = await createWatchlist(reviewer, { scope: 'own', name: 'Old list', note: '', dyadIds: ['AZE-RUS'] })
  const old = { ...sent, kind: 'round-up', of: { by: 'list', listId: list.id }, name: LONG.slice(0, 80) }
  const { id, revision } = await createSchedule(reviewer, newScheduleSchema.parse(old))
  await archiveWatchlist(reviewer, { id: list.id, baseRevision: list.revision, archived: true })
  await runNow(id)
  await switchSchedule(reviewer, { id, baseRevision: revision, status: 'off' })
}

async function main(): Promise<void> {
  const reviewer = await firstAccount('reviewer')
  const look = { teamName: `The desk of ${LONG}`, footer: LONG, language: 'en', mark: 'GREEN', logo: null }
  await createTemplate(reviewer, newTemplateSchema.parse({ name: LONG.slice(0, 80), ...look, requestId: TEMPLATE_ID }))
  await makeSchedules(reviewer)
  const briefingId = await publishTwice(reviewer)
  await beginDraft(reviewer)
  await beginLargeDraft(reviewer, LARGE_DRAFT_ID)
  const endDate = isoOf(todayUtc() + 30)
  const briefing = await shareBriefing(reviewer, { briefingId, endDate })
  const dyad = await shareDyad(reviewer, { dyadId: 'AZE-RUS', endDate, mark: 'CLEAR' })
  const revoked = await shareBriefing(reviewer, { briefingId, endDate })
  await revokeLink(reviewer, { id: revoked.id })
  const paths: SharedPaths = { briefingId, briefing: briefing.path, dyad: dyad.path, revoked: revoked.path }
  writeFileSync(join(env().dataDir, LINKS_FILE), JSON.stringify(paths))
  await closeStore()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
