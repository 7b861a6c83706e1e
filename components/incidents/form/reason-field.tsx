'use client'

import { useFormContext } from 'react-hook-form'
import { FormField } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { TextInput } from '@/components/ui/text-input'
import type { FormValues } from '@/lib/incidents/form-values'

/** Why an incident is changed: it stands in the history beside the change. */
export function ReasonField() {
  const { register } = useFormContext<FormValues>()
  return (
    <Section id="why" title="Why">
      <FormField name="reason" label="Reason for the change">
        {(props) => <TextInput placeholder="It stands in the history" {...props} {...register('reason')} />}
      </FormField>
    </Section>
  )
}
