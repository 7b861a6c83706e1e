import { mintViewer } from '@/lib/auth/mint-viewer'
import type { Role } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { codesOf } from '@/lib/core/dyad'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { createIncident, editIncident, retractIncident, type Written } from '@/lib/incidents/commands'
import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'
import { approveIncident, returnIncident } from '@/lib/review/commands'
import { type Change, EARLIER_BY, STORY, sourceOf, type Told, UNCHECKED_WEEKS } from './history-story'
import { viewerWith } from './viewers'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The dyad that the story is told of, unless another is named. */
export const HISTORY_DYAD = 'ARM-AZE'

/** Sets what the product takes for the present. */
export type SetClock = (at: Date) => void

/** Somebody of the role: an account that is there already, or a new one. */
async function somebody(role: Role): Promise<Viewer> {
  const prisma = await database()
  const account = await prisma.account.findFirst({ where: { role, active: true }, orderBy: { login: 'asc' } })
  if (!account) return viewerWith(role)
  return mintViewer({ accountId: account.id, login: account.login, name: account.name, role })
}

interface Cast {
  analyst: Viewer
  reviewer: Viewer
  admin: Viewer
}

/** An incident of the story, and where it was left once it was logged. */
interface Incident {
  told: Told
  logged: { input: IncidentInput; last: Written } | null
}

/** Whose story it is, and the day after its last. */
interface Setting {
  dyadId: string
  lastDay: number
}

interface Step {
  at: Date
  run: () => Promise<unknown>
}

function inputOf(told: Told, { dyadId, lastDay }: Setting): IncidentInput {
  const [first, second] = codesOf(dyadId)
  const [actor, target] = told.from === 'first' ? [first, second] : [second, first]
  const start = lastDay - told.happened
  const date = isoOf(start)
  return incidentSchema.parse({
    actor,
    target,
    date,
    dateEnd: told.lasts === undefined ? '' : isoOf(start + told.lasts),
    code: told.code,
    credibility: told.credibility,
    confidence: 'moderate',
    title: told.title,
    sources: [{ ...sourceOf(told), date }],
  })
}

function loggedOf({ told, logged }: Incident) {
  if (!logged) throw new Error(`“${told.title}” was not logged yet`)
  return logged
}

function seenOf(incident: Incident) {
  const { dyadId, id, revision } = loggedOf(incident).last
  return { dyadId, id, baseRevision: revision }
}

async function approve(incident: Incident, by: Viewer): Promise<void> {
  loggedOf(incident).last = await approveIncident(by, { ...seenOf(incident), comment: '' })
}

/** The correction that moves an incident leaves its date blank: it is so many days earlier than first said. */
function corrected(
  { told }: Incident,
  input: IncidentInput,
  fields: Partial<IncidentInput>,
  lastDay: number,
): IncidentInput {
  const date = fields.date === '' ? isoOf(lastDay - told.happened - EARLIER_BY) : input.date
  return { ...input, ...fields, date }
}

async function propose(incident: Incident, change: Change, by: Viewer, lastDay: number): Promise<void> {
  const [logged, seen] = [loggedOf(incident), seenOf(incident)]
  if ('retract' in change) {
    logged.last = await retractIncident(by, { ...seen, reason: change.retract })
    return
  }
  logged.input = corrected(incident, logged.input, change.correct, lastDay)
  logged.last = await editIncident(by, { ...seen, incident: logged.input, submit: true, reason: change.reason })
}

/** The steps of one incident: logged at nine, decided in the afternoon; every third is the reviewer's own, whom the admin reviews. */
function stepsOf(told: Told, index: number, { analyst, reviewer, admin }: Cast, setting: Setting): Step[] {
  const { lastDay } = setting
  const incident: Incident = { told, logged: null }
  const [author, second] = index % 3 === 2 ? [reviewer, admin] : [analyst, reviewer]
  const at = (daysAgo: number, hour: number) => new Date((lastDay - daysAgo) * DAY_MS + hour * HOUR_MS + index * 60_000)
  const log: Step = {
    at: at(told.logged, 9),
    run: async () => {
      const input = inputOf(told, setting)
      incident.logged = {
        input,
        last: await createIncident(author, { incident: input, submit: told.left !== 'draft' }),
      }
    },
  }
  if (told.left === 'returned') {
    const comment = 'Which of the two reports is meant? Name the place.'
    const run = async () => returnIncident(second, { ...seenOf(incident), comment })
    return [log, { at: at(told.logged, 14), run }]
  }
  if (told.left) return [log]
  const changes = (told.changes ?? []).flatMap((change): Step[] => [
    { at: at(change.daysAgo, 10), run: () => propose(incident, change, author, lastDay) },
    { at: at(change.daysAgo, 15), run: () => approve(incident, second) },
  ])
  return [log, { at: at(told.logged, 14), run: () => approve(incident, second) }, ...changes]
}

/** Each week is attested as checked on the Tuesday after it, but for those that nobody looked at. */
function checksOf({ analyst }: Cast, { dyadId, lastDay }: Setting): Step[] {
  const first = weekStartOf(lastDay - STORY[0].happened)
  const steps: Step[] = []
  for (let weekStart = first; weekStart + 8 < lastDay; weekStart += 7) {
    if (UNCHECKED_WEEKS.includes((weekStartOf(lastDay) - weekStart) / 7)) continue
    const input = { dyadId, weekStart, checked: true, note: '' }
    steps.push({
      at: new Date((weekStart + 8) * DAY_MS + 8 * HOUR_MS),
      run: () => checkWeek(analyst, input, { create: true }),
    })
  }
  return steps
}

/**
 * Writes fourteen months of a dyad through the product's own commands, each at its moment, the last the day before `lastDay`
 * at the latest; `before` is called before each. Returns the moments, oldest first. Leaves the clock at the last one; nothing
 * where the dyad is there already.
 */
export async function makeHistory(
  lastDay: number,
  setClock: SetClock,
  dyadId: string = HISTORY_DYAD,
  before: (at: Date) => Promise<void> = async () => undefined,
): Promise<Date[]> {
  const prisma = await database()
  if (await prisma.dyad.findUnique({ where: { id: dyadId } })) return []
  const cast = {
    analyst: await somebody('analyst'),
    reviewer: await somebody('reviewer'),
    admin: await somebody('admin'),
  }
  const setting = { dyadId, lastDay }
  const steps = [...STORY.flatMap((told, index) => stepsOf(told, index, cast, setting)), ...checksOf(cast, setting)]
  steps.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, run } of steps) {
    await before(at)
    setClock(at)
    await run()
  }
  return steps.map(({ at }) => at)
}
