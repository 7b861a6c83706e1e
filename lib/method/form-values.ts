import type { MethodParameters } from '@/lib/core/scoring'
import { type Judged, judgeParameters } from './judge-parameters'
import type { ParameterChange } from './parameter-changes'
import { numberAt, PARAMETER_FIELDS } from './parameter-fields'

/** What stands in the fields of a form, by the path of the parameter: text, as it was typed. */
export type ParameterValues = Readonly<Record<string, string>>

/** Digits with at most one point or comma, and an exponent where a number is very small. */
const NUMBER = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i

/** A number as its field holds it: its shortest exact digits, with a true minus. */
export const textOfNumber = (value: number): string => String(value).replace(/^-/, '\u2212')

/** The number that a text stands for, with a decimal point or comma and any minus; null where it stands for none. */
export function numberOfText(text: string): number | null {
  const plain = text.trim().replace(/^\u2212/, '-')
  return NUMBER.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** The fields that some parameters fill. */
export const valuesOf = (parameters: MethodParameters): ParameterValues =>
  Object.fromEntries(PARAMETER_FIELDS.map(({ path }) => [path, textOfNumber(numberAt(parameters, path))]))

/** The parameters that a form's fields stand for, or what is wrong with them by field. */
export function judgeValues(values: ParameterValues): Judged {
  const input: Record<string, unknown> = {}
  for (const { path } of PARAMETER_FIELDS) {
    const text = values[path] ?? ''
    const value = text.trim() === '' ? '' : (numberOfText(text) ?? text)
    const [key, name] = path.split('.')
    input[key] = name === undefined ? value : { ...Object(input[key]), [name]: value }
  }
  return judgeParameters(input)
}

/** A number that differs from another version's; `after` is null while its field holds no number. */
export type LiveChange = Omit<ParameterChange, 'after'> & { after: number | null }

/** In what a form's fields differ from some parameters, right or not. */
export const liveChanges = (from: MethodParameters, values: ParameterValues): LiveChange[] =>
  PARAMETER_FIELDS.map(({ path, name, symbol }) => {
    return { path, name, symbol, before: numberAt(from, path), after: numberOfText(values[path] ?? '') }
  }).filter(({ before, after }) => before !== after)
