import { alphaOf } from '@/lib/core/reliability/alpha'
import { type BootstrapInterval, bootstrapSteps } from '@/lib/core/reliability/bootstrap'
import type { Code, CodingMatrix } from '@/lib/core/reliability/codes'
import { gwetOf } from '@/lib/core/reliability/gwet'
import { identityWeights, type WeightMatrix, weightsOf } from '@/lib/core/reliability/gwet-weights'
import { percentOf } from '@/lib/core/reliability/percent'
import { finished, type Steps } from '@/lib/core/reliability/steps'
import { type Tally, tallyOf } from '@/lib/core/reliability/tally'

/** Fewer doubly coded units, or pairs, than this say nothing of a team. */
export const MIN_UNITS = 10

/** What the codes are: names, ranks, or numbers whose differences mean something. */
export type AgreementKind = 'nominal' | 'ordinal' | 'interval'

/** A coefficient with its 95 % bootstrap interval. */
export interface Estimate extends BootstrapInterval {
  value: number
}

/** How well coders agree; `units` counts those that two coders or more coded. */
export type Agreement =
  | { kind: 'too-few'; units: number }
  | { kind: 'no-variation'; units: number }
  | {
      kind: 'measured'
      units: number
      /** Coders who coded at least one of the units. */
      coders: number
      alpha: Estimate
      percent: Estimate
      gwet: Estimate & { name: 'AC1' | 'AC2' }
    }

const WEIGHTS: Record<AgreementKind, (codes: readonly Code[]) => WeightMatrix> = {
  nominal: identityWeights,
  ordinal: (codes) => weightsOf(codes, 'ordinal'),
  interval: (codes) => weightsOf(codes, 'quadratic'),
}

const isPairable = (unit: readonly (Code | null)[]) => unit.filter((code) => code !== null).length >= 2

function codersOf(units: CodingMatrix<Code>): number {
  const coders = new Set<number>()
  for (const unit of units.filter(isPairable)) {
    for (const [coder, code] of unit.entries()) if (code !== null) coders.add(coder)
  }
  return coders.size
}

/**
 * How well coders agree, with alpha of the kind, percent agreement, and Gwet's AC1 (nominal) or AC2 (ordinal weights for
 * ranks, quadratic ones for numbers). Gwet's chance agreement depends on how many codes there are: those of `scale`, or
 * without it those seen. Fewer than ten doubly coded units are too few to say, and codes that do not vary tell nothing about
 * agreement, so neither gives a number. O(draws × units × codes²).
 * @throws RangeError when a kind other than the nominal meets a code that is no finite number, or a code is not on the scale.
 */
export function agreementOf(units: CodingMatrix<Code>, kind: 'nominal', scale?: readonly Code[]): Agreement
export function agreementOf(units: CodingMatrix<number>, kind: AgreementKind, scale?: readonly number[]): Agreement
export function agreementOf(units: CodingMatrix<Code>, kind: AgreementKind, scale?: readonly Code[]): Agreement {
  return finished(agreementSteps(units, kind, scale))
}

/** `agreementOf` with a pause after each hundred draws. */
export function* agreementSteps(
  units: CodingMatrix<Code>,
  kind: AgreementKind,
  scale?: readonly Code[],
): Steps<Agreement> {
  const tally = tallyOf(units, scale)
  const { pairable, codes } = tally
  if (pairable < MIN_UNITS) return { kind: 'too-few', units: pairable }
  function* estimate(statistic: (tally: Tally) => number | undefined): Steps<Estimate | undefined> {
    const value = statistic(tally)
    if (value === undefined) return undefined
    const interval = yield* bootstrapSteps(units, statistic, { scale })
    return interval && { value, ...interval }
  }
  const weights = WEIGHTS[kind](codes)
  const alpha = yield* estimate((resample) => alphaOf(resample, kind))
  const percent = yield* estimate(percentOf)
  const gwet = yield* estimate((resample) => gwetOf(resample, weights))
  if (!alpha || !percent || !gwet) return { kind: 'no-variation', units: pairable }
  const name = kind === 'nominal' ? 'AC1' : 'AC2'
  return { kind: 'measured', units: pairable, coders: codersOf(units), alpha, percent, gwet: { ...gwet, name } }
}
