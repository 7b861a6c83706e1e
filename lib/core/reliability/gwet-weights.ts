import { type Code, numbersOf } from '@/lib/core/reliability/codes'

/** How much of an agreement two different codes are: by rank, by difference, by squared difference. */
export type AgreementWeights = 'ordinal' | 'linear' | 'quadratic'

/** The weight of each pair of codes, 1 for equal ones, at `a * codes.length + b`. */
export type WeightMatrix = Float64Array

function matrixOf(width: number, weight: (a: number, b: number) => number): WeightMatrix {
  return Float64Array.from({ length: width * width }, (_, at) => {
    const [a, b] = [Math.floor(at / width), at % width]
    return a === b ? 1 : weight(a, b)
  })
}

/** Different codes agree not at all. */
export const identityWeights = (codes: readonly Code[]): WeightMatrix => matrixOf(codes.length, () => 0)

/** The pairs that can be chosen from the ranks `a` to `b`, both included. */
const pairsWithin = (a: number, b: number) => (Math.abs(a - b) * (Math.abs(a - b) + 1)) / 2

/**
 * The weights of Gwet (2014, ch. 3). Ordinal: 1 less the pairs of ranks within the span over those of the whole scale;
 * linear and quadratic: 1 less the (squared) share of the range that lies between the two.
 * @throws RangeError when a code is no finite number.
 */
export function weightsOf(codes: readonly Code[], weights: AgreementWeights): WeightMatrix {
  const numbers = numbersOf(codes)
  const last = numbers.length - 1
  if (weights === 'ordinal') return matrixOf(numbers.length, (a, b) => 1 - pairsWithin(a, b) / pairsWithin(0, last))
  const power = weights === 'linear' ? 1 : 2
  const range = numbers[last] - numbers[0]
  return matrixOf(numbers.length, (a, b) => 1 - (Math.abs(numbers[a] - numbers[b]) / range) ** power)
}
