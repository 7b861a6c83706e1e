import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import type { Steps } from '@/lib/core/reliability'
import { database } from '@/lib/db/client'
import { coderLeanings, figuresOf, groupsOf, rungErrorsOf } from './agreement'
import { codedUnits, readableSamples } from './coded-units'
import { confusionsOf, pairConfusionOf } from './confusions'
import type { AgreementGroup, AgreementReport, Breakdown } from './report-views'

/** What an agreement report adds to its figures: a breakdown, and the ids of two coders to be compared. */
export interface ReportOptions {
  by?: Breakdown | null
  pair?: readonly [string, string] | null
}

/**
 * How well coders agree in one sample or in several taken together, at most 2,000 units. An incident that was drawn into two
 * samples is two units; incidents that the viewer codes in an open sample are left out, and how many. The statistics of a group
 * take about 0.3 s for 500 units and six coders, and within them other requests have their turn.
 * @throws DeskError FORBIDDEN, also for a coder of one of the samples while that is open; NOT_FOUND; INVALID for too many.
 */
export async function agreementReport(
  viewer: Viewer,
  sampleIds: readonly string[],
  { by = null, pair = null }: ReportOptions = {},
): Promise<AgreementReport> {
  authorize(viewer, 'agreement:read')
  const ids = [...new Set(sampleIds)]
  const prisma = await database()
  const samples = await readableSamples(prisma, viewer, ids)
  const { units, coders, codings, uncodable, withheld } = await codedUnits(prisma, viewer, ids)
  const groups: AgreementGroup[] = []
  for (const group of by === null ? [] : groupsOf(by, units, coders)) {
    groups.push({ key: group.key, label: group.label, ...(await inTurns(figuresOf(group))) })
  }
  const all = { key: 'all', label: 'All units', units, coders }
  return {
    samples,
    units: units.length,
    codings,
    uncodable,
    withheld,
    overall: { key: all.key, label: all.label, ...(await inTurns(figuresOf(all))) },
    by,
    groups,
    ...confusionsOf(units, coders),
    coders: coderLeanings(units, coders),
    pair: (pair && pairConfusionOf(units, coders, pair)) ?? null,
    rungErrors: await inTurns(rungErrorsOf(units, coders)),
  }
}

/** The end of a computation, other requests having their turn at each of its steps. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}
