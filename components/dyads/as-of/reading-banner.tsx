import Link from 'next/link'
import { momentWords } from '@/components/dyads/as-of/moment-words'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { methodName } from '@/components/dyads/dyad-words'
import { Callout } from '@/components/ui/callout'
import type { DyadView } from '@/lib/dyads/views'
import { formatPlural } from '@/lib/format'

interface ReadingBannerProps {
  view: DyadView
  address: DyadAddress
  proposed: number | null
}

/** Says on top of the page that its figures are not those that count now, and leads back to them. */
export function ReadingBanner({ view, address, proposed }: ReadingBannerProps) {
  const outside = address.week !== undefined && address.week !== view.shown.weekId
  const now = dyadPath({ ...address, asOf: undefined, method: 'then', unreviewed: false, after: undefined })
  if (view.asOf) {
    return (
      <Callout title={`As known on ${momentWords(view.asOf.at)}`} className="mb-5">
        <p className="max-w-3xl">
          All figures, charts and incidents of this page are those of then, by the method of {view.asOf.method},{' '}
          {methodName(view)}.{' '}
          {outside && `The record of then has no week ${address.week}, so ${view.shown.weekId} is shown. `}
          <Link href={now} scroll={false} className="link font-semibold">
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
        {formatPlural(proposed ?? 0, 'draft or proposal', 'drafts and proposals')} that nobody has approved{' '}
        {proposed === 1 ? 'is' : 'are'} counted as if approved. Do not quote these figures; viewers never see them.{' '}
        <Link href={now} scroll={false} className="link font-semibold">
          Back to what is approved
        </Link>
      </p>
    </Callout>
  )
}
