import { type FieldErrors, type Resolver, set } from 'react-hook-form'
import { judge, wasFilled } from '@/components/incidents/form/field-errors'
import type { FormValues } from '@/lib/incidents/form-values'

/**
 * Judges the form by the one schema of incidents. When a field is left empty on the way through the form nothing is said yet;
 * sending it asks about all.
 */
export const incidentResolver: Resolver<FormValues> = (values, _context, { names }) => {
  const { errors } = judge(values)
  if (errors === null) return { values, errors: {} }
  const [left] = names?.length === 1 ? names : []
  const shaped: FieldErrors<FormValues> = {}
  for (const [path, message] of Object.entries(errors)) {
    if (path === left && !wasFilled(values, path)) continue
    set(shaped, path, { type: 'schema', message })
  }
  return { values: {}, errors: shaped }
}
