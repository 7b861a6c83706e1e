import { type Code, numbersOf } from '@/lib/core/reliability/codes'

/** How far apart codes are taken to be: different or not, by rank, by difference, by proportion. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** Squared distance of the codes at two places, the first before the second. */
export type Distance = (low: number, high: number) => number

const nominalDistance: Distance = () => 1

/** Codes that lie as many codings apart as there are between them, half of the two ends' own counted. */
function ordinalDistance(frequencies: ArrayLike<number>): Distance {
  const upTo = new Float64Array(frequencies.length)
  for (let place = 0, sum = 0; place < upTo.length; place++) {
    sum += frequencies[place]
    upTo[place] = sum - frequencies[place] / 2
  }
  return (low, high) => (upTo[high] - upTo[low]) ** 2
}

function ratioDistance(numbers: readonly number[]): Distance {
  if (numbers.some((number) => number < 0)) throw new RangeError('the ratio metric needs numbers from 0 up')
  return (low, high) => ((numbers[high] - numbers[low]) / (numbers[high] + numbers[low])) ** 2
}

/**
 * Krippendorff's difference function of a metric (Krippendorff 2011; 2019). `frequencies` says how
 * many pairable codings each code has; the ordinal metric measures by them.
 * @throws RangeError when a metric other than the nominal meets a code that is no number, or the ratio one a negative.
 */
export function distanceOf(metric: Metric, codes: readonly Code[], frequencies: ArrayLike<number>): Distance {
  if (metric === 'nominal') return nominalDistance
  const numbers = numbersOf(codes)
  if (metric === 'ordinal') return ordinalDistance(frequencies)
  if (metric === 'ratio') return ratioDistance(numbers)
  return (low, high) => (numbers[high] - numbers[low]) ** 2
}
