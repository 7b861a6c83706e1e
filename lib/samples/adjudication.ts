import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { database } from '@/lib/db/client'
import type { CodingCoder, CodingSample } from '@/lib/db/generated/client'
import type { Reader } from '@/lib/db/transaction'
import { DeskError } from '@/lib/errors'
import { stateOf } from '@/lib/incidents/state'
import { settingsOf } from '@/lib/team/settings'
import { codesIn, hindranceOf, idsOf } from './hindrance'
import { unitsOf } from './unit-list'
import type { Adjudication, SampleUnit, UnitToResolve } from './views'

type Shown = SampleUnit & Pick<UnitToResolve, 'codings' | 'dyadId' | 'id'>

const isShown = (unit: SampleUnit): unit is Shown => unit.codings !== null && unit.dyadId !== null && unit.id !== null

/** Whether somebody has to look at a unit, or has. */
const isListed = ({ difference, resolved }: SampleUnit): boolean =>
  resolved !== null || (difference !== null && difference !== 'none')

/**
 * The units of a sample whose codings differ from each other or from the record, and one of them whole: the one `asked` for, or the first that is not resolved.
 * Bounded by the sample's 500 units.
 * @throws DeskError FORBIDDEN, NOT_FOUND.
 */
export async function adjudicationOf(viewer: Viewer, sampleId: string, asked?: number): Promise<Adjudication> {
  authorize(viewer, 'sample:manage')
  const prisma = await database()
  const sample = await prisma.codingSample.findUnique({ where: { id: sampleId } })
  if (!sample) throw new DeskError('NOT_FOUND', 'There is no such sample.')
  const coders = await prisma.codingCoder.findMany({ where: { sampleId } })
  const all = await unitsOf(prisma, viewer, sampleId)
  const shown = all.filter(isShown)
  const disagreements = shown.filter(isListed)
  const chosen =
    disagreements.find(({ ordinal }) => ordinal === asked) ??
    disagreements.find(({ resolved }) => resolved === null) ??
    disagreements[0]
  return {
    sampleId,
    title: sample.title,
    status: sample.status === 'open' ? 'open' : 'closed',
    compared: shown.filter(({ codings }) => codings.length >= 2).length,
    disagreements,
    mine: codesIn(
      viewer,
      coders.map(({ accountId }) => accountId),
    ),
    withheld: all.length - shown.length,
    unit: chosen ? await wholeUnit(prisma, viewer, { sample, coders, unit: chosen }) : null,
  }
}

interface Chosen {
  sample: CodingSample
  coders: CodingCoder[]
  unit: Shown
}

async function wholeUnit(reader: Reader, viewer: Viewer, { sample, coders, unit }: Chosen): Promise<UnitToResolve> {
  const { dyadId, id, ordinal } = unit
  const incident = await reader.incident.findUniqueOrThrow({ where: { dyadId_id: { dyadId, id } } })
  const key = { dyadId_incidentId_revision: { dyadId, incidentId: id, revision: incident.revision } }
  const { input } = stateOf(await reader.incidentRevision.findUniqueOrThrow({ where: key }))
  const stored = await reader.codingUnit.findUniqueOrThrow({
    where: { sampleId_ordinal: { sampleId: sample.id, ordinal } },
  })
  const resolvable = {
    sample,
    ...idsOf(coders),
    codedBy: unit.codedBy,
    adjudicatedRevision: stored.adjudicatedRevision,
    incident,
  }
  const { title, summary, actor, target, mutual, note, sources, code, date, credibility, confidence } = input
  return {
    ...unit,
    ...{ title, summary, actor, target, mutual, note, sources },
    revision: incident.revision,
    now: { code, date, credibility, confidence },
    changedSince: incident.inForce !== stored.revision,
    hindrance: hindranceOf(viewer, resolvable, await settingsOf(reader)),
  }
}
