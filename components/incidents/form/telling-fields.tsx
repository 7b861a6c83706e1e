'use client'

import { useFormContext } from 'react-hook-form'
import { FormField } from '@/components/incidents/form/form-field'
import type { IncidentKey } from '@/components/incidents/form/requests'
import { Section } from '@/components/incidents/form/section'
import { SimilarNotice } from '@/components/incidents/form/similar-notice'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import type { FormValues } from '@/lib/incidents/form-values'

/** The act in words, and the incidents that may be the same one. */
export function TellingFields({ exclude }: { exclude?: IncidentKey }) {
  const { register } = useFormContext<FormValues>()
  return (
    <Section id="telling" title="In words">
      <FormField name="title" label="Title" required>
        {(props) => <TextInput placeholder="What was done, in one line" {...props} {...register('title')} />}
      </FormField>
      <SimilarNotice exclude={exclude} />
      <FormField name="summary" label="Summary">
        {(props) => <Textarea rows={2} {...props} {...register('summary')} />}
      </FormField>
    </Section>
  )
}
