import { todayUtc } from '@/lib/clock'
import { isoOf, weekStartOf } from '@/lib/core/calendar'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import { checkWeek } from '@/lib/coverage/commands'
import { database } from '@/lib/db/client'
import { isDeskError } from '@/lib/errors'
import { createDraft, publishDraft } from '@/lib/method/commands'
import { rebuildStep } from '@/lib/method/remake'
import type { DraftWritten } from '@/lib/method/views'
import { logApproved, makeIncident } from './incidents'
import { viewerWith } from './viewers'

/** Dyads of `logMethodRecord`, by id. */
export const PAIRS = [
  ['AZE', 'RUS'],
  ['DEU', 'FRA'],
  ['ESP', 'PRT'],
  ['IND', 'PAK'],
  ['JPN', 'KOR'],
] as const
export const DYADS = PAIRS.map((pair) => pair.join('-'))

/** Parameters that differ from the defaults in one of every kind that a score depends on. */
export const OTHER_PARAMETERS: MethodParameters = {
  ...DEFAULT_PARAMETERS,
  base: 2.25,
  anchor: 1.5,
  halfLife: { short: 7, medium: 90, long: 365 },
  relief: 0.25,
  holdCap: 30,
  weight: { ...DEFAULT_PARAMETERS.weight, security: 1.5, cyber: 0 },
  reliability: { ...DEFAULT_PARAMETERS.reliability, B: 0.5, D: 0.875 },
}

/**
 * For each dyad: an incident with two sources of which the better one depends on the method, a lasting one, a joint easing, a
 * recent one, one that goes on, a checked week, and unchecked weeks between.
 */
export async function logMethodRecord(): Promise<void> {
  const analyst = await viewerWith('analyst')
  const day = (ago: number) => ({ date: isoOf(todayUtc() - ago) })
  const [source] = makeIncident().sources
  const sources = [source, { ...source, outlet: 'Another', reliability: 'D' as const }]
  for (const [index, [actor, target]] of PAIRS.entries()) {
    const entries = [
      { ...day(200), code: 'SEC+4', sources },
      { ...day(150), code: 'DIP+2', dateEnd: isoOf(todayUtc() - 100) },
      { ...day(60 + index), code: 'ECO-3', mutual: true },
      { ...day(10), code: index < 2 ? 'DIP+5' : 'MED+3', credibility: 2 as const },
      { ...day(index), code: 'CYB+3', ongoing: true },
    ]
    for (const entry of entries) await logApproved(makeIncident({ actor, target, ...entry }), analyst)
    const check = { dyadId: `${actor}-${target}`, weekStart: weekStartOf(todayUtc() - 30), checked: true, note: '' }
    await checkWeek(analyst, check)
  }
}

/** A draft of some parameters, by a reviewer, from the version in use. */
export async function drafted(parameters: MethodParameters, title = 'A draft'): Promise<DraftWritten> {
  return createDraft(await viewerWith('reviewer'), { title, note: '', parameters })
}

/** Publishes parameters by way of a draft; the series do not follow yet. */
export async function publishParameters(parameters: MethodParameters, reason = 'Because the test says so') {
  const { id, revision } = await drafted(parameters)
  return publishDraft(await viewerWith('admin'), { id, baseRevision: revision, reason })
}

/** Makes every series anew that another version made. */
export async function remakeAll(): Promise<void> {
  const admin = await viewerWith('admin')
  while ((await rebuildStep(admin)).left > 0);
}

/** The last entry of the team's log. */
export const lastLogged = async () => (await database()).activity.findFirstOrThrow({ orderBy: { id: 'desc' } })

/** The code of a refusal, or `done`. */
export const outcomeOf = async (tried: Promise<unknown>) =>
  tried.then(
    () => 'done',
    (error: unknown) => (isDeskError(error) ? error.code : error),
  )
