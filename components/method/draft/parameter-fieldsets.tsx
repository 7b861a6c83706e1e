'use client'

import { ParameterInput } from '@/components/method/draft/parameter-input'
import { DEFAULT_PARAMETERS, type MethodParameters } from '@/lib/core/scoring'
import type { ParameterValues } from '@/lib/method/form-values'
import { numberAt, PARAMETER_GROUPS } from '@/lib/method/parameter-fields'

interface ParameterFieldsetsProps {
  values: ParameterValues
  inUse: MethodParameters
  errors: Readonly<Record<string, string>>
  onChange: (path: string, text: string) => void
}

/** Every parameter in groups. */
export function ParameterFieldsets({ values, inUse, errors, onChange }: ParameterFieldsetsProps) {
  return PARAMETER_GROUPS.map(({ id, title, note, fields }) => (
    <fieldset key={id} aria-describedby={`${id}-note`} className="min-w-0 border-t pt-3">
      <legend className="float-left w-full text-base font-semibold">
        {title}
        {fields[0].label !== fields[0].name && (
          <span className="font-serif font-normal text-muted"> {fields[0].symbol}</span>
        )}
      </legend>
      <p id={`${id}-note`} className="clear-both mb-3 max-w-[70ch] text-sm text-muted">
        {note}
      </p>
      <div className="grid items-start grid-cols-2 gap-x-4 gap-y-3 xl:grid-cols-3">
        {fields.map((field) => (
          <ParameterInput
            key={field.path}
            field={field}
            text={values[field.path] ?? ''}
            inUse={numberAt(inUse, field.path)}
            byDefault={numberAt(DEFAULT_PARAMETERS, field.path)}
            error={errors[field.path]}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  ))
}
