import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { ChoiceLinks } from '@/components/dyads/choice-links'
import { type OverviewReading, overviewPath } from '@/components/overview/overview-path'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { isoOf } from '@/lib/core/calendar'

interface OverviewAsOfProps {
  /** The page's moment, ISO 8601; null for now. */
  at: string | null
  reading: OverviewReading
  weekStart: number | null
  today: number
}

/** Says that the overview is as of a moment, and leads back to now. */
export function OverviewBanner({ at, reading, weekStart }: Omit<OverviewAsOfProps, 'today'>) {
  if (at === null) return null
  return (
    <Callout title={`As known on ${momentWords(at)}`} className="mb-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span>All figures are those of then.</span>
        <ChoiceLinks
          label="Method of the figures"
          items={(['then', 'now'] as const).map((method) => ({
            key: method,
            label: `method of ${method}`,
            title:
              method === 'then'
                ? 'Each dyad by the version by which it was scored at that moment'
                : 'Each dyad by the version by which it is scored now',
            href: overviewPath(weekStart, method === 'now' ? { ...reading, method } : { asOf: reading.asOf }),
            current: (reading.method ?? 'then') === method,
          }))}
        />
        <Link href="/" className="link font-semibold">
          Back to now
        </Link>
      </div>
    </Callout>
  )
}

/** The way to the overview as of the end of a day: quiet, and a plain form. */
export function OverviewAsOf({ at, reading, today }: Omit<OverviewAsOfProps, 'weekStart'>) {
  return (
    <details className="mt-6 text-sm text-muted" data-print="hide">
      <summary className="link w-fit cursor-pointer">
        As known on <strong className="font-semibold text-ink">{at === null ? 'now' : momentWords(at)}</strong>
      </summary>
      <form action="/" className="mt-3 flex items-end gap-2">
        {reading.method !== undefined && <input type="hidden" name="method" value={reading.method} />}
        <Field label="End of a day (UTC)" name="asOf" id="overview-as-of">
          <TextInput type="date" required max={isoOf(today)} defaultValue={at?.slice(0, 10)} />
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </details>
  )
}
