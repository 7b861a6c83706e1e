import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import { confusionsOf, figuresOf, type GroupInput, groupsOf, rungErrorsOf } from './agreement'
import { codedUnits, readableSamples } from './coded-units'
import type { AgreementGroup, AgreementReport, Breakdown } from './views'

/**
 * How well coders agree in one sample or in several taken together; `by` adds one breakdown. An incident that was drawn into two
 * samples is two units. The statistics of a group take about 0.3 s for 500 units and six coders, and between them other
 * requests have their turn.
 * @throws DeskError FORBIDDEN, also for a coder of one of the samples while that is open; NOT_FOUND; INVALID for too many.
 */
export async function agreementReport(
  viewer: Viewer,
  sampleIds: readonly string[],
  by: Breakdown | null = null,
): Promise<AgreementReport> {
  authorize(viewer, 'agreement:read')
  const ids = [...new Set(sampleIds)]
  const prisma = await database()
  const samples = await readableSamples(prisma, viewer, ids)
  const { units, coders, codings, uncodable } = await codedUnits(prisma, ids)
  const groups: AgreementGroup[] = []
  for (const group of by === null ? [] : groupsOf(by, units, coders)) groups.push(await groupFigures(group))
  return {
    samples,
    units: units.length,
    codings,
    uncodable,
    overall: await groupFigures({ key: 'all', label: 'All units', units, coders }),
    by,
    groups,
    ...confusionsOf(units, coders),
    rungErrors: rungErrorsOf(units, coders),
  }
}

async function groupFigures(group: GroupInput): Promise<AgreementGroup> {
  const { category, rung, date } = figuresOf(group)
  const told = { key: group.key, label: group.label, category: category() }
  await setImmediate()
  const more = { rung: rung(), date: date() }
  await setImmediate()
  return { ...told, ...more }
}
