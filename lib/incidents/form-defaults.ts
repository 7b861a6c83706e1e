import { isDyadId } from '@/lib/core/dyad'
import type { FormValues, SourceValues } from '@/lib/incidents/form-values'

/** What the next incident is likely to share with the last one saved at this browser. */
export interface LastEntry {
  actor: string
  target: string
  outlet: string
  reliability: string
  credibility: string
  confidence: string
}

/** What an address such as `/incidents/new?answers=AZE-RUS/RA-010` asks the form to start with. */
export type Prefill = Partial<
  Pick<FormValues, 'kind' | 'actor' | 'target' | 'dyadId' | 'respondsTo' | 'respondsBasis' | 'date'>
>

export const emptySource = (outlet = '', reliability = ''): SourceValues => ({
  outlet,
  date: '',
  url: '',
  quote: '',
  reliability,
})

/** A form without anything in it. */
export function emptyValues(): FormValues {
  return {
    kind: 'incident',
    dyadId: '',
    actor: '',
    target: '',
    mutual: false,
    datePrecision: 'day',
    month: '',
    date: '',
    dateEarliest: '',
    dateLatest: '',
    dateEnd: '',
    ongoing: false,
    dateBasis: '',
    code: '',
    credibility: '',
    confidence: '',
    actorType: '',
    location: '',
    title: '',
    summary: '',
    note: '',
    tags: '',
    sources: [emptySource()],
    respondsTo: '',
    respondsBasis: '',
    reason: '',
  }
}

/** What a saved form leaves behind for the next one. */
export function lastEntryOf(values: FormValues): LastEntry {
  const { actor, target, credibility, confidence, sources } = values
  return {
    actor,
    target,
    credibility,
    confidence,
    outlet: sources[0]?.outlet ?? '',
    reliability: sources[0]?.reliability ?? '',
  }
}

/** The values that a new form starts with: the last entry's, overruled by what the address asks for. */
export function startValues(last: LastEntry | undefined, prefill: Prefill): FormValues {
  const values = emptyValues()
  if (last) {
    const { outlet, reliability, ...shared } = last
    Object.assign(values, shared, { sources: [emptySource(outlet, reliability)] })
  }
  // Half of a pair from the address and half from the last entry would name a dyad that nobody meant.
  if (prefill.actor !== undefined || prefill.target !== undefined) Object.assign(values, { actor: '', target: '' })
  return { ...values, ...prefill }
}

/**
 * The form for the next incident after *save and next*: who, when, the source, the grades and the tags stay; what is told
 * about the one act is cleared.
 */
export function nextValues(values: FormValues): FormValues {
  const [first, ...others] = values.sources
  return {
    ...values,
    code: '',
    confidence: values.confidence,
    title: '',
    summary: '',
    note: '',
    respondsTo: '',
    respondsBasis: '',
    reason: '',
    sources: [first ?? emptySource(), ...others].map((source) => ({ ...source, quote: '' })),
  }
}

/** The field in which the next incident begins: the first one that has to be filled and is not. */
export function firstEmptyField(values: FormValues): string {
  const required: [string, string][] = [
    ['actor', values.actor],
    ['target', values.kind === 'incident' ? values.target : '-'],
    ['dyadId', values.kind === 'context' ? values.dyadId : '-'],
    ['date', values.date],
    ['code', values.kind === 'incident' ? values.code : '-'],
    ['title', values.title],
  ]
  return required.find(([, value]) => value === '')?.[0] ?? 'title'
}

/** One parameter of an address as Next hands it over. */
type Parameter = string | string[] | undefined

const textOf = (value: Parameter): string => (typeof value === 'string' ? value.trim() : '')

/** The incident that the address wants answered, `AZE-RUS/RA-010`; undefined when it names none. */
export function answeredIn(parameters: Record<string, Parameter>): { dyadId: string; id: string } | undefined {
  const [dyadId, id, ...rest] = textOf(parameters.answers).split('/')
  return isDyadId(dyadId) && id && rest.length === 0 ? { dyadId, id } : undefined
}

/**
 * What the address asks for: `actor`, `target`, `date`, or `dyad` (its two codes in order), or the answer to `answered`, which
 * swaps actor and target. `isCountry` judges codes, so that a mistyped address fills nothing in.
 */
export function prefillFrom(
  parameters: Record<string, Parameter>,
  answered: { id: string; actor: string; target: string } | undefined,
  isCountry: (code: string) => boolean,
): Prefill {
  if (answered) {
    // Context may name nobody whom its answer could be aimed at.
    const swapped = answered.target !== '' && { actor: answered.target, target: answered.actor }
    return { ...swapped, respondsTo: answered.id, respondsBasis: 'analyst' }
  }
  const dyad = textOf(parameters.dyad).toUpperCase()
  const [first, second] = isDyadId(dyad) ? dyad.split('-') : ['', '']
  const actor = textOf(parameters.actor).toUpperCase() || first
  const target = textOf(parameters.target).toUpperCase() || (actor === second ? first : second)
  return {
    ...(isCountry(actor) && { actor }),
    ...(isCountry(target) && target !== actor && { target }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(textOf(parameters.date)) && { date: textOf(parameters.date) }),
  }
}
