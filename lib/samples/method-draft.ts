import 'server-only'
import { authorize } from '@/lib/auth/permissions'
import type { Viewer } from '@/lib/auth/viewer'
import { CONFIDENCES, type Confidence } from '@/lib/core/codebook'
import type { MeasuredRungError } from '@/lib/core/reliability'
import { database } from '@/lib/db/client'
import { DeskError } from '@/lib/errors'
import { createDraft } from '@/lib/method/commands'
import { methodInUse } from '@/lib/method/store'
import { rungErrorsOf } from './agreement'
import { codedUnits, readableSamples } from './coded-units'
import { inTurns } from './report'

/** The largest rung error that a method may have. */
const LARGEST = 2 / 3

/** A measured chance as a method states it: with three decimals. */
const stated = (p: number): number => Math.min(Math.round(p * 1000) / 1000, LARGEST)

/**
 * Drafts a version of the method in use with the rung errors that the samples' coders bear out; a confidence of which too few
 * units tell keeps what the method assumes. The drafted chance is the smoothed one: coders who never differed in a few units
 * may yet err, and a method must not take that for certain.
 * @throws DeskError FORBIDDEN, also for a coder of one of the samples while that is open; NOT_FOUND; INVALID when nothing is
 * measured.
 */
export async function draftMeasuredMethod(
  viewer: Viewer,
  { sampleIds }: { sampleIds: readonly string[] },
): Promise<{ id: string; revision: number }> {
  authorize(viewer, 'method:draft')
  authorize(viewer, 'agreement:read')
  const ids = [...new Set(sampleIds)]
  const prisma = await database()
  const samples = await readableSamples(prisma, viewer, ids)
  const { units, coders, withheld } = await codedUnits(prisma, viewer, ids)
  const errors = await inTurns(rungErrorsOf(units, coders))
  const { id, parameters } = await methodInUse(prisma)
  const rungError = { ...parameters.rungError }
  for (const confidence of CONFIDENCES) {
    const error = errors[confidence]
    if (error.kind === 'measured') rungError[confidence] = stated(error.smoothed)
  }
  const lines = CONFIDENCES.map((confidence) => lineOf(confidence, errors[confidence]))
  if (CONFIDENCES.every((confidence) => errors[confidence].kind === 'too-few'))
    throw new DeskError('INVALID', 'Too few units to measure a rung error.')
  const from = samples.map(({ title }) => `“${title}”`).join(', ')
  const aside = withheld > 0 ? [`Without ${withheld} units that ${viewer.name} codes in an open sample.`] : []
  const note = [`Chance that a rung is off by one, measured by double coding in ${from}.`, SMOOTHED, ...aside, ...lines]
  const draft = { title: 'Measured rung errors', note: note.join('\n').slice(0, 4000), basedOn: id }
  return createDraft(viewer, { ...draft, parameters: { ...parameters, rungError } })
}

const SMOOTHED = 'Half a disagreement in one unit more is added, so that no chance is 0.'

function lineOf(confidence: Confidence, error: MeasuredRungError): string {
  if (error.kind === 'too-few') return `${confidence}: too few (${error.units} units), as before`
  const { differing, units, p, low, high, smoothed } = error
  const measured = `measured ${stated(p)}, 95 % interval ${stated(low)} to ${stated(high)}`
  return `${confidence}: ${stated(smoothed)} (${measured}; ${differing} of ${units} units differ)`
}
