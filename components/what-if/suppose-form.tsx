'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useOptimistic, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type AheadAddress, aheadPath } from '@/components/what-if/ahead-path'
import { dayOf, isoOf, isRealDate } from '@/lib/core/calendar'
import { INDICATORS, indicatorOf } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'
import { MOST_SUPPOSED } from '@/lib/what-if/schema'

interface SupposeFormProps {
  address: AheadAddress
  /** The day that everything starts from, and the last that can be supposed on. */
  day: number
  lastDay: number
}

interface Errors {
  code?: string
  date?: string
}

const OPTIONS = INDICATORS.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))

/** What is wrong with a code and a date; nothing where both can be supposed. */
function errorsOf(code: string | null, date: string, { day, lastDay }: SupposeFormProps): Errors {
  const errors: Errors = {}
  if (code === null || !indicatorOf(code)) errors.code = 'Choose an indicator of the codebook'
  const within = isRealDate(date) && dayOf(date) > day && dayOf(date) <= lastDay
  if (!within) errors.date = `Give a day from ${isoOf(day + 1)} to ${isoOf(lastDay)}`
  return errors
}

/** Supposes an incident on a day ahead: it goes into the address, never on record. */
export function SupposeForm(props: SupposeFormProps) {
  const { day, lastDay } = props
  const router = useRouter()
  const [, startTransition] = useTransition()
  // What is supposed counts before its page is there, so that one can follow the other.
  const [address, suppose] = useOptimistic(props.address)
  const [first, second] = codesOf(address.dyadId)
  const [direction, setDirection] = useState(`${first}.${second}`)
  const [code, setCode] = useState<string | null>(null)
  const [date, setDate] = useState(isoOf(day + 7))
  const [errors, setErrors] = useState<Errors>({})
  const full = address.supposed.length >= MOST_SUPPOSED
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = errorsOf(code, date, props)
    setErrors(found)
    if (code === null || found.code || found.date) return
    const [actor, target] = direction.split('.')
    const more = { ...address, supposed: [...address.supposed, { actor, target, code, day: dayOf(date) }] }
    startTransition(() => {
      suppose(more)
      router.push(aheadPath(more), { scroll: false })
    })
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid grid-cols-1 items-start gap-3 px-4 pb-4 sm:grid-cols-[12rem_minmax(0,1fr)_10rem_auto]"
    >
      <Field label="Who to whom" name="direction">
        <Select
          value={direction}
          onChange={(event) => setDirection(event.target.value)}
          options={[
            { value: `${first}.${second}`, label: `${countryName(first)} → ${countryName(second)}` },
            { value: `${second}.${first}`, label: `${countryName(second)} → ${countryName(first)}` },
          ]}
        />
      </Field>
      <Field label="What, by the codebook" name="code" error={errors.code}>
        {(control) => (
          <Combobox
            id={control.id}
            value={code}
            onChange={setCode}
            options={OPTIONS}
            placeholder="arrest, MED+4, …"
            invalid={errors.code !== undefined}
            aria-describedby={control['aria-describedby']}
          />
        )}
      </Field>
      <Field label="On" name="date" error={errors.date}>
        <TextInput
          type="date"
          value={date}
          min={isoOf(day + 1)}
          max={isoOf(lastDay)}
          onChange={(event) => setDate(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={full} className="sm:mt-5">
        Suppose it
      </Button>
      {full && <p className="text-xs text-muted">No more than {MOST_SUPPOSED} can be supposed at once.</p>}
    </form>
  )
}
