import {
  cohenKappa,
  confusionTable,
  gwetAC1,
  gwetAC2,
  krippendorffAlpha,
  pairedTable,
  scottPi,
} from '@/lib/core/reliability'
import golden from '../golden/reference-stats.json'
import { expectClose } from './golden'
import { defined, unitsOf, unitsOfTable } from './reliability-case'

const { KRIPP_A, KRIPP_B, KRIPP_C, WIKI, COMPLETE3, ABS3, DIAG4, wikipediaKappa } = golden.agreement
const C = unitsOf<number>(KRIPP_C.data)

const close = (actual: number | undefined, expected: number) => expectClose(defined(actual), expected)

test('the two coders of example A have their golden nominal alpha', () => {
  close(krippendorffAlpha(unitsOf<number>(KRIPP_A.data), 'nominal'), KRIPP_A.alphaNominal)
})

test('the two coders of example B have their golden alpha, kappa and pi', () => {
  const units = unitsOf<string>(KRIPP_B.data)
  const { codes, counts } = confusionTable(units, 0, 1)
  expect(codes).toEqual(['a', 'b', 'c', 'd', 'e'])
  close(krippendorffAlpha(units, 'nominal'), KRIPP_B.alphaNominal)
  close(cohenKappa(counts, 'unweighted'), KRIPP_B.kappa)
  close(scottPi(counts), KRIPP_B.pi)
})

test('four coders with gaps have their golden alphas', () => {
  close(krippendorffAlpha(C, 'nominal'), KRIPP_C.nominal)
  close(krippendorffAlpha(C, 'ordinal'), KRIPP_C.ordinal)
  close(krippendorffAlpha(C, 'interval'), KRIPP_C.interval)
  close(krippendorffAlpha(C, 'ratio'), KRIPP_C.ratio)
})

test('four coders with gaps have their golden AC1, to which a unit of one coder belongs', () => {
  close(gwetAC1(C), KRIPP_C.ac1)
  close(gwetAC1(C.slice(0, 11)), 0.775151708719)
})

test('three coders with gaps have their golden alphas', () => {
  const units = unitsOf<number>(WIKI.data)
  close(krippendorffAlpha(units, 'nominal'), WIKI.nominal)
  close(krippendorffAlpha(units, 'ordinal'), WIKI.ordinal)
  close(krippendorffAlpha(units, 'interval'), WIKI.interval)
  close(krippendorffAlpha(units, 'ratio'), WIKI.ratio)
})

test('three coders without gaps have the right alpha, not the one of a known mistake', () => {
  const alpha = defined(krippendorffAlpha(unitsOf<number>(COMPLETE3.data), 'nominal'))
  expectClose(alpha, COMPLETE3.nominal)
  expect(Math.abs(alpha - COMPLETE3.wrongInIrr_0_84_1)).toBeGreaterThan(0.01)
})

test('tables of two coders have their golden kappas, weighted kappas, pi and AC1', () => {
  for (const { table, kappa, linear, quadratic, ac1 } of [ABS3, DIAG4]) {
    close(cohenKappa(table, 'unweighted'), kappa)
    close(cohenKappa(table, 'linear'), linear)
    close(cohenKappa(table, 'quadratic'), quadratic)
    close(gwetAC1(unitsOfTable(table)), ac1)
  }
  close(scottPi(ABS3.table), ABS3.pi)
  close(cohenKappa(wikipediaKappa.table, 'unweighted'), wikipediaKappa.kappa)
})

test('the kappa of Artstein and Poesio is their published one', () => {
  expect(
    cohenKappa(
      [
        [20, 20],
        [10, 50],
      ],
      'unweighted',
    ),
  ).toBeCloseTo(0.348, 3)
})

// Computed in exact fractions from Gwet (2014); irrCAC's own tests agree to their three decimals.
test('AC2 has the values of exact fractions, for each of its weights', () => {
  close(gwetAC2(C, 'ordinal'), 3985 / 4433)
  close(gwetAC2(C, 'linear'), 6225 / 7249)
  close(gwetAC2(C, 'quadratic'), 17685 / 19349)
  const diagnoses = unitsOfTable(DIAG4.table)
  close(gwetAC2(diagnoses, 'ordinal'), 583 / 1799)
  close(gwetAC2(diagnoses, 'linear'), 661 / 1753)
  close(gwetAC2(diagnoses, 'quadratic'), 272 / 911)
})

test('codes of the scale that nobody used count for Gwet', () => {
  close(gwetAC1(C, [1, 2, 3, 4, 5, 6, 7]), 0.791760186789)
  close(gwetAC2(C, 'ordinal', [7, 6, 5, 4, 3, 2, 1]), 0.953994922555)
})

test('pi is kappa of the pooled table of two coders', () => {
  const { counts } = pairedTable(unitsOfTable(ABS3.table))
  expect(counts).toEqual([
    [26, 0, 0],
    [0, 40, 11],
    [0, 11, 112],
  ])
  close(cohenKappa(counts, 'unweighted'), ABS3.pi)
})
