'use client'

import Link from 'next/link'
import { useState } from 'react'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { firstDay, sliderStops, stopsWords } from '@/components/dyads/as-of/slider-stops'
import { TimeSlider } from '@/components/dyads/as-of/time-slider'
import { useStops } from '@/components/dyads/as-of/use-stops'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'
import { TextInput } from '@/components/ui/text-input'
import { METHOD_CHOICES } from '@/lib/as-of/schema'
import type { AsOfMethods, StopsView } from '@/lib/as-of/views'
import { isoOf } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'

interface AsOfControlProps {
  address: DyadAddress
  /** The page's moment, ISO 8601; null for now. */
  at: string | null
  /** The versions to choose from; null for now. */
  methods: AsOfMethods | null
  today: number
  /** How many proposals could be counted too; null for those who may not see them. */
  proposed: number | null
}

/** A day to type, for moments between the stops. A plain form: it works before any script does. */
function DayForm({ address, stops, at, today }: AsOfControlProps & { stops: StopsView | null }) {
  const { dyadId, asOf: _, unreviewed: __, after: ___, ...kept } = address
  const hidden = [
    ...new URL(dyadPath({ dyadId, ...kept, after: undefined, asOf: undefined, unreviewed: false }), 'http://x')
      .searchParams,
  ]
  return (
    <form action={`/dyads/${dyadId}`} className="flex items-end gap-2">
      {[...hidden, ...(kept.method === 'then' ? [] : [['method', kept.method]])].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label="End of a day (UTC)" name="asOf" id="as-of-day">
        <TextInput
          type="date"
          key={at}
          required
          min={stops ? firstDay(stops, today) : undefined}
          max={isoOf(today)}
          defaultValue={at?.slice(0, 10)}
        />
      </Field>
      <Button type="submit">Show</Button>
    </form>
  )
}

/** By whose method the figures of then are made. */
function MethodChoice({ address, methods }: { address: DyadAddress; methods: AsOfMethods }) {
  return (
    <div>
      <p className="mb-1 text-xs font-medium text-muted">By the method</p>
      <ChoiceLinks
        label="Method of the figures"
        items={METHOD_CHOICES.map((method) => ({
          key: method,
          label: `of ${method}, ${method === 'then' ? methods.said : methods.known}`,
          title: `The version by which this dyad ${method === 'then' ? 'was scored at that moment' : 'is scored now'}`,
          href: dyadPath({ ...address, method }),
          current: address.method === method,
        }))}
      />
    </div>
  )
}

/** What is proposed, for those who may see it: counted too, or not. */
function Proposals({ address, proposed }: AsOfControlProps) {
  if (proposed === null || (proposed === 0 && !address.unreviewed)) return null
  return (
    <Link
      href={dyadPath({ ...address, asOf: undefined, unreviewed: !address.unreviewed, after: undefined })}
      scroll={false}
      className="link"
    >
      {address.unreviewed ? 'Count what is approved alone' : `Count ${formatPlural(proposed, 'proposal')} too`}
    </Link>
  )
}

/** When the page is as of: quiet while it is now, open while it is not. It stays as it is while the slider moves the page. */
export function AsOfControl(props: AsOfControlProps) {
  const { address, at, methods } = props
  const [open, setOpen] = useState(at !== null)
  const { stops, failed } = useStops(address.dyadId, open)
  const words = at === null ? 'now' : momentWords(at)
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="mb-4 text-sm"
      data-print="hide"
    >
      <summary className="link w-fit cursor-pointer text-muted">
        As known on <strong className="font-semibold text-ink">{words}</strong>
        {address.unreviewed && ', with what is proposed'}
      </summary>
      <div className="mt-3 rounded border px-4 py-3">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <div className="min-w-0 grow basis-80">
            {stops && <TimeSlider {...sliderStops(stops, address, at)} words={words} />}
            {!stops && !failed && <Skeleton className="h-11 w-full" />}
            {failed && <p role="alert">The moments could not be read. A day can be typed.</p>}
          </div>
          <DayForm {...props} stops={stops} />
          {methods && <MethodChoice address={address} methods={methods} />}
        </div>
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          {stops && <span>{stopsWords(stops)}</span>}
          <Link href={`/dyads/${address.dyadId}/vintages`} className="link">
            Each week as it was said, month by month
          </Link>
          <Proposals {...props} />
        </p>
      </div>
    </details>
  )
}
