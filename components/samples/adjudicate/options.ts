import { dayOf, formatDay, isoOf, isRealDate } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import type { UnitToResolve } from '@/lib/samples/views'

/** One way to code a unit: a coder's, or what counts now. `key` picks it on the keyboard: 0 is what counts now. */
export interface CodingOption {
  key: string
  name: string
  /** Null where that coder could not code it. */
  values: { code: string; date: string; credibility: string; confidence: string } | null
  note: string
}

/** What can be picked, what counts now first, then the coders by name. */
export function optionsOf({ now, note, codings }: Pick<UnitToResolve, 'now' | 'note' | 'codings'>): CodingOption[] {
  const counted = { ...now, credibility: String(now.credibility) }
  const own = codings.map((coding, index): CodingOption => {
    const { code, startDay, credibility, confidence } = coding
    const coded = code !== null && startDay !== null && credibility !== null && confidence !== null
    const values = coded ? { code, date: isoOf(startDay), credibility: String(credibility), confidence } : null
    return { key: String(index + 1), name: coding.coder, values, note: coding.note }
  })
  return [{ key: '0', name: 'Counts now', values: counted, note }, ...own]
}

/** The parts that are compared, and how each is said. */
export const PARTS = [
  { name: 'code', label: 'Indicator', text: (code: string) => `${code} ${indicatorOf(code)?.label ?? ''}`.trim() },
  { name: 'date', label: 'First day', text: (date: string) => (isRealDate(date) ? formatDay(dayOf(date)) : date) },
  { name: 'credibility', label: 'Credibility', text: (grade: string) => grade },
  { name: 'confidence', label: 'Confidence', text: (confidence: string) => confidence },
] as const

export type PartName = (typeof PARTS)[number]['name']

/** Whether those who coded it differ in a part. */
export function partDiffers(options: readonly CodingOption[], part: PartName): boolean {
  const coders = options.filter(({ key }) => key !== '0')
  return new Set(coders.flatMap(({ values }) => (values ? [values[part]] : []))).size > 1
}
