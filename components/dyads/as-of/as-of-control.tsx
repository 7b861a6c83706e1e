import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { firstDay, sliderStops, stopsWords } from '@/components/dyads/as-of/slider-stops'
import { TimeSlider } from '@/components/dyads/as-of/time-slider'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatPlural } from '@/components/ui/format'
import { TextInput } from '@/components/ui/text-input'
import type { StopsView } from '@/lib/as-of/views'
import { isoOf } from '@/lib/core/calendar'

interface AsOfControlProps {
  address: DyadAddress
  stops: StopsView
  /** The page's moment, ISO 8601; null for now. */
  at: string | null
  today: number
  /** How many proposals could be counted too; null for those who may not see them. */
  proposed: number | null
}

/** A day to type, for moments between the stops. A plain form: it works before any script does. */
function DayForm({ address, stops, at, today }: AsOfControlProps) {
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
          min={firstDay(stops, today)}
          max={isoOf(today)}
          defaultValue={at?.slice(0, 10)}
        />
      </Field>
      <Button type="submit">Show</Button>
    </form>
  )
}

/** By whose method the figures of then are made. */
function MethodChoice({ address }: { address: DyadAddress }) {
  return (
    <div>
      <p className="mb-1 text-xs font-medium text-muted">By the method</p>
      <ChoiceLinks
        label="Method of the figures"
        items={(['then', 'now'] as const).map((method) => ({
          key: method,
          label: `of ${method}`,
          title: method === 'then' ? 'The method that was in use at that moment' : 'The method that is in use now',
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

/** When the page is as of: quiet while it is now, open while it is not. */
export function AsOfControl(props: AsOfControlProps) {
  const { address, stops, at } = props
  const slider = sliderStops(stops, address, at)
  const words = at === null ? 'now' : momentWords(at)
  return (
    <details open={at !== null} className="mb-4 text-sm" data-print="hide">
      <summary className="link w-fit cursor-pointer text-muted">
        As known on <strong className="font-semibold text-ink">{words}</strong>
        {address.unreviewed && ', with what is proposed'}
      </summary>
      <div className="mt-3 rounded border px-4 py-3">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <div className="min-w-0 grow basis-80">
            <TimeSlider key={`${at}`} stops={slider.stops} at={slider.at} words={words} />
          </div>
          <DayForm {...props} />
          {at !== null && <MethodChoice address={address} />}
        </div>
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          <span>{stopsWords(stops)}</span>
          <Link href={`/dyads/${address.dyadId}/vintages`} className="link">
            Each week as it was said, month by month
          </Link>
          <Proposals {...props} />
        </p>
      </div>
    </details>
  )
}
