'use client'

import { useFieldArray, useFormContext } from 'react-hook-form'
import { FormField, useFieldError } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { CREDIBILITY_GRADES, RELIABILITY_GRADES } from '@/lib/core/codebook'
import { emptySource } from '@/lib/incidents/form-defaults'
import type { FormValues } from '@/lib/incidents/form-values'

const choose = { value: '', label: 'Choose…' }

const RELIABILITY_OPTIONS = [
  choose,
  ...RELIABILITY_GRADES.map(({ grade, label }) => ({ value: grade, label: `${grade} – ${label}` })),
]

const CREDIBILITY_OPTIONS = [
  choose,
  ...CREDIBILITY_GRADES.map(({ grade, label }) => ({ value: String(grade), label: `${grade} – ${label}` })),
]

function SourceRow({ index, onRemove }: { index: number; onRemove?: () => void }) {
  const { register } = useFormContext<FormValues>()
  const which = onRemove ? ` of source ${index + 1}` : ''
  const named = (label: string) => (
    <>
      {label}
      <span className="sr-only">{which}</span>
    </>
  )
  return (
    <li className="grid grid-cols-2 items-start gap-3 sm:grid-cols-12">
      <FormField name={`sources.${index}.outlet`} label={named('Outlet')} required className="col-span-2 sm:col-span-5">
        {(props) => <TextInput {...props} {...register(`sources.${index}.outlet`)} />}
      </FormField>
      <FormField
        name={`sources.${index}.reliability`}
        label={named('Source reliability')}
        required
        className="col-span-2 sm:col-span-4"
      >
        {(props) => <Select options={RELIABILITY_OPTIONS} {...props} {...register(`sources.${index}.reliability`)} />}
      </FormField>
      <FormField name={`sources.${index}.date`} label={named('Published')} className="col-span-2 sm:col-span-3">
        {(props) => <TextInput type="date" {...props} {...register(`sources.${index}.date`)} />}
      </FormField>
      <FormField name={`sources.${index}.url`} label={named('Address')} className="col-span-2 sm:col-span-5">
        {(props) => (
          <TextInput
            inputMode="url"
            placeholder="https://"
            spellCheck={false}
            {...props}
            {...register(`sources.${index}.url`)}
          />
        )}
      </FormField>
      <FormField name={`sources.${index}.quote`} label={named('Quote')} className="col-span-2 sm:col-span-7">
        {(props) => (
          <div className="flex gap-2">
            <TextInput {...props} {...register(`sources.${index}.quote`)} />
            {onRemove && (
              <Button variant="quiet" onClick={onRemove} aria-label={`Remove source ${index + 1}`}>
                Remove
              </Button>
            )}
          </div>
        )}
      </FormField>
    </li>
  )
}

/** On what it rests: each source with its own reliability, and one credibility for the information. */
export function SourceFields() {
  const { control, register, setFocus } = useFormContext<FormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'sources' })
  const error = useFieldError('sources')
  const removeAt = (index: number) => {
    remove(index)
    setTimeout(() => setFocus(`sources.${Math.max(0, index - 1)}.outlet`))
  }
  return (
    <Section id="ground" title="Sources">
      <ol className="space-y-4">
        {fields.map((field, index) => (
          <SourceRow key={field.id} index={index} onRemove={fields.length > 1 ? () => removeAt(index) : undefined} />
        ))}
      </ol>
      {error && <p className="text-xs font-medium text-danger">{error}</p>}
      <Button size="sm" disabled={fields.length >= 20} onClick={() => append(emptySource())}>
        + Add a source
      </Button>
      <FormField
        name="credibility"
        label="Information credibility"
        required
        hint="Did it happen, and by whom? 1 needs two independent sources, or the acting state’s own word."
      >
        {(props) => (
          <Select className="sm:max-w-72" options={CREDIBILITY_OPTIONS} {...props} {...register('credibility')} />
        )}
      </FormField>
    </Section>
  )
}
