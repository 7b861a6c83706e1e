import { mergeParts } from '@/lib/merge-parts'
import { type ParameterValues, valuesOf } from './form-values'
import { PARAMETER_FIELDS } from './parameter-fields'
import type { DraftView } from './views'

/** All that a form of a draft holds, as it was typed. */
export interface DraftFields {
  title: string
  note: string
  basedOn: string
  values: ParameterValues
}

/** The fields that a draft fills. */
export const fieldsOf = (draft: Pick<DraftView, 'title' | 'note' | 'basedOn' | 'parameters'>): DraftFields => {
  const { title, note, basedOn, parameters } = draft
  return { title, note, basedOn, values: valuesOf(parameters) }
}

/** A field that both changed, each to something else. `path` is `title`, `note` or a parameter's. */
export interface Clash {
  path: string
  label: string
  mine: string
  theirs: string
}

/** Every field in one record: a parameter's path has the name of no other. */
const flat = ({ title, note, values }: DraftFields): Record<string, string> => ({ ...values, title, note })

const PARTS = [
  { path: 'title', label: 'Title', names: ['title'] },
  { path: 'note', label: 'Note', names: ['note'] },
  ...PARAMETER_FIELDS.map(({ path, name }) => ({ path, label: name, names: [path] })),
]

/**
 * Two people's changes to one draft: what only they changed is taken over, what only I changed stays, and where both did,
 * mine stays and is named with theirs. `taken` counts what was taken over.
 */
export function mergeFields(
  base: DraftFields,
  mine: DraftFields,
  theirs: DraftFields,
): { merged: DraftFields; clashes: Clash[]; taken: number } {
  const [own, other] = [flat(mine), flat(theirs)]
  const { fields, clashes, taken } = mergeParts(PARTS, flat(base), own, other)
  const { title, note, ...values } = fields
  return {
    merged: { title, note, basedOn: mine.basedOn, values },
    clashes: clashes.map(({ path, label }) => ({ path, label, mine: own[path], theirs: other[path] })),
    taken: taken.length,
  }
}

/** The fields with one of them set, by its path. */
export function withField(fields: DraftFields, path: string, text: string): DraftFields {
  if (path === 'title' || path === 'note') return { ...fields, [path]: text }
  return { ...fields, values: { ...fields.values, [path]: text } }
}
