'use client'

import { useEffect, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { FormField, useFieldError } from '@/components/incidents/form/form-field'
import { fetchAnswerable } from '@/components/incidents/form/requests'
import { Section } from '@/components/incidents/form/section'
import { Combobox, type Option } from '@/components/ui/combobox'
import { Direction } from '@/components/ui/direction'
import { RadioRow } from '@/components/ui/radio-row'
import { formatDay } from '@/lib/core/calendar'
import { isDyadId } from '@/lib/core/dyad'
import type { FormValues } from '@/lib/incidents/form-values'
import type { IncidentRow } from '@/lib/incidents/views'

const BASIS_OPTIONS = [
  { value: 'source', label: 'The source says so' },
  { value: 'analyst', label: 'The analyst’s reading' },
]

interface AnswerOption extends Option {
  row: IncidentRow
}

const optionOf = (row: IncidentRow): AnswerOption => ({ value: row.id, label: `${row.id} ${row.title}`, row })

/** The recent incidents of the pair that is typed; none while it is no pair. */
function useAnswerable(
  known: IncidentRow | undefined,
  own: string | undefined,
): { dyadId: string; rows: IncidentRow[] } {
  const { control } = useFormContext<FormValues>()
  const [kind, actor, target, contextDyad] = useWatch({ control, name: ['kind', 'actor', 'target', 'dyadId'] })
  const dyadId = kind === 'context' ? contextDyad : [actor, target].sort().join('-')
  const [found, setFound] = useState<{ dyadId: string; rows: IncidentRow[] }>({ dyadId: '', rows: [] })
  useEffect(() => {
    if (!isDyadId(dyadId)) return setFound({ dyadId: '', rows: [] })
    const controller = new AbortController()
    fetchAnswerable(dyadId, controller.signal)
      .then((rows) => setFound({ dyadId, rows: rows ?? [] }))
      .catch(() => {
        // Without the list the field still takes what is known; the server refuses an answer to nothing.
        if (!controller.signal.aborted) setFound({ dyadId, rows: [] })
      })
    return () => controller.abort()
  }, [dyadId])
  const rows = found.rows.filter((row) => row.id !== own)
  const isNew = known && known.dyadId === dyadId && !rows.some((row) => row.id === known.id)
  return { dyadId, rows: isNew ? [known, ...rows] : rows }
}

function AnswerRow({ row }: { row: IncidentRow }) {
  return (
    <>
      <span className="w-24 shrink-0 text-xs text-muted tabular-nums">{formatDay(row.startDay)}</span>
      <span className="w-14 shrink-0 text-xs">{row.code}</span>
      <span className="min-w-0 flex-1">{row.title}</span>
      {row.target !== '' && (
        <span className="hidden text-xs text-muted sm:inline">
          <Direction actor={row.actor} target={row.target} mutual={row.mutual} short />
        </span>
      )}
    </>
  )
}

/** The incident that this one answers, and who says that it does. `known` is one that the page has at hand. */
export function AnswersField({ known, own }: { known?: IncidentRow; own?: string }) {
  const { control, register } = useFormContext<FormValues>()
  const { field } = useController({ control, name: 'respondsTo' })
  const { dyadId, rows } = useAnswerable(known, own)
  const basisError = useFieldError('respondsBasis')
  const labelOf = (id: string) => {
    const row = rows.find((candidate) => candidate.id === id)
    return row ? `${row.id} ${row.title}` : id
  }
  return (
    <Section id="answers" title="Answers">
      <FormField name="respondsTo" label="Answers this incident, if any">
        {(props) => (
          <Combobox<AnswerOption>
            id={props.id}
            name="respondsTo"
            aria-describedby={props['aria-describedby']}
            invalid={props['aria-invalid']}
            value={field.value === '' ? null : field.value}
            onChange={(id) => field.onChange(id ?? '')}
            onBlur={field.onBlur}
            inputRef={field.ref}
            options={rows.map(optionOf)}
            labelOf={labelOf}
            render={(option) => <AnswerRow row={option.row} />}
            placeholder={isDyadId(dyadId) ? `Recent incidents of ${dyadId}` : 'Choose actor and target first'}
          />
        )}
      </FormField>
      {field.value !== '' && (
        <RadioRow
          name="respondsBasis"
          legend="Who sees it as an answer"
          options={BASIS_OPTIONS}
          inputProps={register('respondsBasis')}
          error={basisError}
        />
      )}
    </Section>
  )
}
