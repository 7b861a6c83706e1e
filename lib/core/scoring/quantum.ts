/**
 * Exact sums. The record's engine sums points as multiples of the quantum 2^-40 (about 1e-12 points). Doubles hold every
 * multiple of 2^-40 up to 8192 exactly, so as long as one cell (or a day's total) stays within 8192 points (the score is
 * 100.0 long before), sums are exact: their order does not matter, and adding a term and removing it again gives back the
 * same bits. That is why a stored series can be kept up by adding one incident, in O(days since), and still equals a
 * rebuild to the last bit.
 */
const PER_POINT = 2 ** 40

/** Doubles from 4096 to 8192 lie 2^-40 apart, so adding this number and taking it off again rounds to the quantum. */
const ROUNDER = 6144
/** Below this size the sum stays between 4096 and 8192. */
const ROUNDED_BY_SUM = 1024

/** The nearest multiple of the quantum, halves to the even one; never −0. Adding is some ten times faster than Math.round. */
export const quantise = (points: number): number =>
  Math.abs(points) < ROUNDED_BY_SUM ? points + ROUNDER - ROUNDER : Math.round(points * PER_POINT) / PER_POINT + 0
