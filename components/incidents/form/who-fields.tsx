'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { FormField, useFieldError } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { Checkbox } from '@/components/ui/checkbox'
import { classes } from '@/components/ui/classes'
import { Combobox } from '@/components/ui/combobox'
import { RadioRow } from '@/components/ui/radio-row'
import { countryName, searchCountries } from '@/lib/countries'
import type { FormValues } from '@/lib/incidents/form-values'

const KIND_OPTIONS = [
  { value: 'incident', label: 'Incident' },
  { value: 'context', label: 'Context' },
]

const countryOptions = (text: string) =>
  searchCountries(text).map(({ code, name }) => ({ value: code, label: name, hint: code }))

function CountryField({ name, label, required }: { name: 'actor' | 'target'; label: string; required: boolean }) {
  const { control } = useFormContext<FormValues>()
  const { field } = useController({ control, name })
  return (
    <FormField name={name} label={label} required={required}>
      {(props) => (
        <Combobox
          id={props.id}
          name={name}
          aria-describedby={props['aria-describedby']}
          invalid={props['aria-invalid']}
          required={required}
          value={field.value === '' ? null : field.value}
          onChange={(code) => field.onChange(code ?? '')}
          onBlur={field.onBlur}
          inputRef={field.ref}
          search={countryOptions}
          labelOf={countryName}
          placeholder="Name or code"
        />
      )}
    </FormField>
  )
}

/** The dyad on whose chart a context entry is drawn: one that is followed already. */
function ContextDyad({ dyadIds }: { dyadIds: string[] }) {
  const { control } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'dyadId' })
  const options = dyadIds.map((id) => ({ value: id, label: id.split('-').map(countryName).join(' – '), hint: id }))
  return (
    <FormField name="dyadId" label="Drawn on the chart of" required className="col-span-2">
      {(props) => (
        <Combobox
          id={props.id}
          name="dyadId"
          aria-describedby={props['aria-describedby']}
          invalid={props['aria-invalid']}
          required
          value={field.value === '' ? null : field.value}
          onChange={(id) => field.onChange(id ?? '')}
          onBlur={field.onBlur}
          inputRef={field.ref}
          options={options}
          placeholder="Dyad"
        />
      )}
    </FormField>
  )
}

/** Who acts on whom, whether together, and whether it counts at all. */
export function WhoFields({ dyadIds }: { dyadIds: string[] }) {
  const { control, register } = useFormContext<FormValues>()
  const context = useWatch({ control, name: 'kind' }) === 'context'
  const mutualError = useFieldError('mutual')
  return (
    <Section id="who" title="Who">
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto]">
        <CountryField name="actor" label="Actor" required />
        <CountryField name="target" label={context ? 'Target, if any' : 'Target'} required={!context} />
        <div className={classes('self-start sm:pt-[1.375rem]', context && 'hidden')}>
          <Checkbox label="Joint act" {...register('mutual')} aria-invalid={mutualError ? true : undefined} />
        </div>
        <RadioRow
          name="kind"
          legend="Kind of entry"
          options={KIND_OPTIONS}
          inputProps={register('kind')}
          error={useFieldError('kind')}
        />
        {context && <ContextDyad dyadIds={dyadIds} />}
      </div>
      {context && (
        <p className="text-xs text-muted">An act of a third country, or about the pair: drawn, not scored.</p>
      )}
    </Section>
  )
}
