'use client'

import type { ComponentProps, ReactNode } from 'react'
import { type FieldPath, useFormContext, useFormState } from 'react-hook-form'
import { type ControlProps, Field } from '@/components/ui/field'
import type { FormValues } from '@/lib/incidents/form-values'

export type FieldName = FieldPath<FormValues>

/** What is wrong with one field of the form, as a sentence; undefined when nothing is. */
export function useFieldError(name: FieldName): string | undefined {
  const { control, getFieldState } = useFormContext<FormValues>()
  return getFieldState(name, useFormState({ control, name })).error?.message
}

interface FormFieldProps extends Omit<ComponentProps<typeof Field>, 'children' | 'error' | 'name'> {
  name: FieldName
  children: (control: ControlProps) => ReactNode
}

/** A `Field` that shows the form's error for its name. */
export function FormField({ name, children, ...props }: FormFieldProps) {
  return (
    <Field name={name} error={useFieldError(name)} {...props}>
      {children}
    </Field>
  )
}
