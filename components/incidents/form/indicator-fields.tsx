'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Anchors } from '@/components/incidents/form/anchors'
import { FormField, useFieldError } from '@/components/incidents/form/form-field'
import { Section } from '@/components/incidents/form/section'
import { CategoryMark } from '@/components/ui/category-mark'
import { Combobox, type Option } from '@/components/ui/combobox'
import { RadioRow } from '@/components/ui/radio-row'
import {
  CATEGORY_LABELS,
  CONFIDENCE_MEANINGS,
  CONFIDENCES,
  type Indicator,
  indicatorOf,
  ladderOf,
  neighboursOf,
  searchIndicators,
} from '@/lib/core/codebook'
import { formatRung } from '@/lib/format'
import type { FormValues } from '@/lib/incidents/form-values'

interface IndicatorOption extends Option {
  indicator: Indicator
}

const optionOf = (indicator: Indicator): IndicatorOption => ({
  value: indicator.code,
  label: `${indicator.code} ${indicator.label}`,
  indicator,
})

const search = (text: string) => searchIndicators(text).map(optionOf)

const nameOf = (code: string) => {
  const indicator = indicatorOf(code)
  return indicator ? `${indicator.code} ${indicator.label}` : code
}

function OptionRow({ indicator }: { indicator: Indicator }) {
  return (
    <>
      <span className="w-14 shrink-0 font-medium tabular-nums">{indicator.code}</span>
      <span className="min-w-0 flex-1">{indicator.label}</span>
      <span className="hidden text-xs text-muted sm:inline">
        <CategoryMark category={indicator.category} />
      </span>
    </>
  )
}

function ActiveAnchor({ indicator }: { indicator: Indicator }) {
  return <Anchors indicator={indicator} {...neighboursOf(indicator.code)} stacked />
}

/** The ladder of the chosen category: arrow keys step along it. */
function RungRow({ indicator, onChange }: { indicator: Indicator; onChange: (code: string) => void }) {
  const options = ladderOf(indicator.category).map((step) => ({
    value: step.code,
    label: formatRung(step.rung),
    title: step.label,
  }))
  return (
    <RadioRow
      name="rung"
      legend={`Rung on the ${CATEGORY_LABELS[indicator.category].toLowerCase()} ladder`}
      options={options}
      value={indicator.code}
      onValueChange={onChange}
    />
  )
}

const CONFIDENCE_OPTIONS = CONFIDENCES.map((value) => ({ value, label: value, title: CONFIDENCE_MEANINGS[value] }))

function ConfidenceRow() {
  const { control, register } = useFormContext<FormValues>()
  const typed = useWatch({ control, name: 'confidence' })
  const chosen = CONFIDENCES.find((value) => value === typed)
  return (
    <RadioRow
      name="confidence"
      legend="Confidence in the rung *"
      options={CONFIDENCE_OPTIONS}
      inputProps={register('confidence')}
      hint={chosen && CONFIDENCE_MEANINGS[chosen]}
      error={useFieldError('confidence')}
    />
  )
}

/** What was done: the indicator by code or words, its rung between its neighbours, and how sure the rung is. */
export function IndicatorFields() {
  const { control } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'code' })
  const context = useWatch({ control, name: 'kind' }) === 'context'
  const indicator = indicatorOf(field.value)
  return (
    <Section id="what" title="What">
      <FormField
        name="code"
        label={context ? 'Indicator, if one fits' : 'Indicator'}
        required={!context}
        hint={indicator ? undefined : 'A code such as med4, or words such as “staff arrested”.'}
      >
        {(props) => (
          <Combobox<IndicatorOption>
            id={props.id}
            name="code"
            aria-describedby={props['aria-describedby']}
            invalid={props['aria-invalid']}
            required={!context}
            value={field.value === '' ? null : field.value}
            onChange={(code) => field.onChange(code ?? '')}
            onBlur={field.onBlur}
            inputRef={field.ref}
            search={search}
            labelOf={nameOf}
            render={(option) => <OptionRow indicator={option.indicator} />}
            renderActive={(option) => <ActiveAnchor indicator={option.indicator} />}
            placeholder="Code or words"
          />
        )}
      </FormField>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        {indicator && <RungRow indicator={indicator} onChange={field.onChange} />}
        <ConfidenceRow />
      </div>
      {indicator && (
        <div className="xl:hidden">
          <Anchors indicator={indicator} {...neighboursOf(indicator.code)} />
        </div>
      )}
    </Section>
  )
}
