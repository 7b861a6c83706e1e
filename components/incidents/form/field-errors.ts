import type { FieldErrors } from '@/lib/errors'
import { fieldErrorsOf } from '@/lib/form-action'
import { type FormValues, inputOf } from '@/lib/incidents/form-values'
import { type IncidentInput, incidentSchema } from '@/lib/incidents/schema'

/** What to say where a field that must be filled is empty, in place of what is wrong with its content. */
const WHEN_EMPTY: Record<string, string> = {
  actor: 'Choose the actor',
  target: 'Choose the target',
  date: 'Give the date',
  title: 'Give a title of at least 3 characters',
}

const textAt = (values: FormValues, path: string): unknown => {
  const [field, index, part] = path.split('.')
  const value = Object.entries(values).find(([name]) => name === field)?.[1]
  if (index === undefined || !Array.isArray(value)) return value
  return Object.entries(value[Number(index)] ?? {}).find(([name]) => name === part)?.[1]
}

/** The parsed incident, or the faults of what was typed by field; a source's field is `sources.0.url`. */
export function judge(
  values: FormValues,
): { input: IncidentInput; errors: null } | { input: null; errors: Record<string, string> } {
  const parsed = incidentSchema.safeParse(inputOf(values))
  const errors: Record<string, string> = {}
  for (const [path, sentences] of Object.entries(fieldErrorsOf(parsed.error?.issues ?? []))) {
    const empty = textAt(values, path) === ''
    errors[path] = (empty && WHEN_EMPTY[path]) || (sentences[0] ?? 'This is not valid')
  }
  const shown = values.datePrecision === 'month' ? atMonth(values.month, errors) : errors
  return parsed.success && Object.keys(shown).length === 0
    ? { input: parsed.data, errors: null }
    : { input: null, errors: shown }
}

/** While a month is asked for, its own field carries what is wrong with the days that follow from it. */
function atMonth(month: string, errors: Record<string, string>): Record<string, string> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { ...errors, month: 'Give the month as YYYY-MM' }
  const { dateEarliest, dateLatest, ...others } = errors
  const fault = dateEarliest ?? dateLatest
  return fault === undefined ? others : { ...others, month: fault }
}

/** Whether leaving the field says anything yet: an empty field is only found wanting when the form is sent. */
export const wasFilled = (values: FormValues, path: string): boolean => {
  const value = textAt(values, path)
  return value !== '' && value !== undefined
}

/** The server's faults under the names that the form gives its fields; the action nests them in `incident`. */
export function formPaths(fieldErrors: FieldErrors): Record<string, string> {
  const entries = Object.entries(fieldErrors).map(([path, sentences]) => [
    path.replace(/^incident\./, ''),
    sentences.join(' '),
  ])
  return Object.fromEntries(entries)
}

/** Names of the fields as a coder reads them, for the summary of errors and for the merge. */
const LABELS: Record<string, string> = {
  kind: 'Kind of entry',
  dyadId: 'Dyad',
  actor: 'Actor',
  target: 'Target',
  mutual: 'Joint act',
  date: 'Date',
  month: 'Month',
  datePrecision: 'Precision of the date',
  dateEarliest: 'Earliest day',
  dateLatest: 'Latest day',
  dateEnd: 'End',
  ongoing: 'Still going on',
  dateBasis: 'Basis of the date',
  code: 'Indicator',
  credibility: 'Information credibility',
  confidence: 'Confidence in the rung',
  actorType: 'Kind of actor',
  location: 'Place',
  title: 'Title',
  summary: 'Summary',
  note: 'Note',
  tags: 'Tags',
  sources: 'Sources',
  respondsTo: 'Answers',
  respondsBasis: 'Who sees it as an answer',
  reason: 'Reason for the change',
}

const SOURCE_LABELS: Record<string, string> = {
  outlet: 'outlet',
  date: 'date',
  url: 'address',
  quote: 'quote',
  reliability: 'reliability',
}

/** `Source 2: address` of `sources.1.url`; a path that nobody knows is its own label. */
export function labelOf(path: string): string {
  const [field, index, part] = path.split('.')
  if (field === 'sources' && part) return `Source ${Number(index) + 1}: ${SOURCE_LABELS[part] ?? part}`
  return LABELS[field] ?? path
}
