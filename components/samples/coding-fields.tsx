'use client'

import { useFormContext } from 'react-hook-form'
import { FormField } from '@/components/incidents/form/form-field'
import { IndicatorFields } from '@/components/incidents/form/indicator-fields'
import { Section } from '@/components/incidents/form/section'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { CREDIBILITY_GRADES } from '@/lib/core/codebook'
import type { FormValues } from '@/lib/incidents/form-values'

const CREDIBILITY_OPTIONS = [
  { value: '', label: 'Choose…' },
  ...CREDIBILITY_GRADES.map(({ grade, label }) => ({ value: String(grade), label: `${grade} – ${label}` })),
]

/** What is coded of an incident: indicator, rung, confidence, first day, credibility. */
export function CodingFields() {
  const { register } = useFormContext<FormValues>()
  return (
    <>
      <IndicatorFields />
      <Section id="when" title="Date and grade">
        <div className="flex flex-wrap items-start gap-3">
          <FormField name="date" label="First day" required className="w-38">
            {(control) => <TextInput type="date" {...control} {...register('date')} />}
          </FormField>
          <FormField name="credibility" label="Information credibility" required className="min-w-48 flex-1">
            {(control) => <Select options={CREDIBILITY_OPTIONS} {...control} {...register('credibility')} />}
          </FormField>
        </div>
      </Section>
    </>
  )
}

/** What was coded, as the schemas take it; a credibility that was not chosen is left for them to refuse. */
export function choiceOf({ code, date, credibility, confidence }: FormValues) {
  return { code, date, credibility: /^[1-6]$/.test(credibility) ? Number(credibility) : undefined, confidence }
}
