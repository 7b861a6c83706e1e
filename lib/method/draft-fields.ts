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

/**
 * Two people's changes to one draft: what only they changed is taken over, what only I changed stays, and where both did,
 * mine stays and is named with theirs. `taken` counts what was taken over.
 */
export function mergeFields(
  base: DraftFields,
  mine: DraftFields,
  theirs: DraftFields,
): { merged: DraftFields; clashes: Clash[]; taken: number } {
  const clashes: Clash[] = []
  let taken = 0
  const merge = (path: string, label: string, [old, own, other]: readonly [string, string, string]): string => {
    if (own === other || other === old) return own
    if (own === old) {
      taken++
      return other
    }
    clashes.push({ path, label, mine: own, theirs: other })
    return own
  }
  const title = merge('title', 'Title', [base.title, mine.title, theirs.title])
  const note = merge('note', 'Note', [base.note, mine.note, theirs.note])
  const values = PARAMETER_FIELDS.map(({ path, name }) => {
    return [path, merge(path, name, [base.values[path], mine.values[path], theirs.values[path]])] as const
  })
  return { merged: { title, note, basedOn: mine.basedOn, values: Object.fromEntries(values) }, clashes, taken }
}

/** The fields with one of them set, by its path. */
export function withField(fields: DraftFields, path: string, text: string): DraftFields {
  if (path === 'title' || path === 'note') return { ...fields, [path]: text }
  return { ...fields, values: { ...fields.values, [path]: text } }
}
