import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { asOfOfAddress, type DyadAddress } from '@/components/dyads/dyad-address'
import { methodName } from '@/components/dyads/dyad-words'
import { patternsPath } from '@/components/patterns/patterns-path'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { isoOf } from '@/lib/core/calendar'
import type { DyadView } from '@/lib/dyads/views'

const nowPath = ({ dyadId }: DyadAddress): string =>
  patternsPath({ dyadId, asOf: undefined, method: 'then', unreviewed: false })

/** Says whose figures these are where they are not those that count now, and leads back to them. */
function Banner({ address, view }: { address: DyadAddress; view: DyadView }) {
  if (view.asOf) {
    return (
      <Callout title={`As known on ${momentWords(view.asOf.at)}`} className="mb-5">
        <p className="max-w-3xl">
          All of this page is what the record of then shows, by the method of {view.asOf.method}, {methodName(view)}.{' '}
          <Link href={nowPath(address)} className="link font-semibold">
            Back to now
          </Link>
        </p>
      </Callout>
    )
  }
  if (!view.unreviewed) return null
  return (
    <Callout tone="warning" title="A preview: what is proposed counts too" className="mb-5">
      <p className="max-w-3xl">
        Drafts and proposals that nobody has approved are counted as if approved. Do not quote this page; viewers never
        see it.{' '}
        <Link href={nowPath(address)} className="link font-semibold">
          Back to what is approved
        </Link>
      </p>
    </Callout>
  )
}

/** A day to see the page as of. A plain form: it works before any script does. */
function DayForm({ address, today }: { address: DyadAddress; today: number }) {
  const at = asOfOfAddress(address)?.moment.toISOString().slice(0, 10)
  return (
    <details className="mb-4 text-sm" data-print="hide">
      <summary className="link w-fit cursor-pointer text-muted">
        As known on <strong className="font-semibold text-ink">{at ?? 'now'}</strong>
      </summary>
      <form action={`/dyads/${address.dyadId}/patterns`} className="mt-3 flex items-end gap-2">
        {address.method === 'now' && <input type="hidden" name="method" value="now" />}
        <Field label="End of a day (UTC)" name="asOf" id="as-of-day">
          <TextInput type="date" key={at} required max={isoOf(today)} defaultValue={at} />
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </details>
  )
}

interface PatternReadingProps {
  address: DyadAddress
  /** Null where nothing was known at the moment that is asked for. */
  view: DyadView | null
  today: number
}

/** Which record the page is of, and the way to another moment. */
export function PatternReading({ address, view, today }: PatternReadingProps) {
  return (
    <>
      {view && <Banner address={address} view={view} />}
      <DayForm address={address} today={today} />
    </>
  )
}

/** The page at a moment when nothing of the dyad was known. */
export function NothingThen({ address }: { address: DyadAddress }) {
  const moment = asOfOfAddress(address)?.moment.toISOString()
  return (
    <EmptyState
      title={`Nothing counted here as of ${moment ? momentWords(moment) : 'then'}.`}
      actions={<LinkButton href={nowPath(address)}>Back to now</LinkButton>}
    >
      <p>No incident of this dyad had been approved by then, and no week had been checked.</p>
    </EmptyState>
  )
}
