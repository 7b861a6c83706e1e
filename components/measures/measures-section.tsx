import Link from 'next/link'
import { MeasureList } from '@/components/measures/measure-list'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/lib/core/calendar'
import { formatPlural } from '@/lib/format'
import type { MeasuresView, MeasureView } from '@/lib/measures/views'

/** Measures that a short section lists; the rest is on the page of the ledger. */
const MOST = 8

interface MeasuresSectionProps {
  measures: MeasuresView
  /** The page of the whole ledger. */
  href: string
}

/** The latest of those that stand, oldest first again. */
const latest = (standing: readonly MeasureView[]) => standing.slice(-MOST)

/** In short: what stands between the two on a day. */
export function MeasuresSection({ measures, href }: MeasuresSectionProps) {
  const { dyadId, standing, ended, day } = measures
  return (
    <Card
      id="in-force"
      title={`In force on ${formatDay(day)}`}
      lead="What still stands, whatever of its points has faded"
      actions={
        <Link href={href} className="link text-sm">
          The whole ledger
        </Link>
      }
    >
      {standing.length === 0 ? (
        <p className="text-sm text-muted">No measure stands between the two.</p>
      ) : (
        <MeasureList dyadId={dyadId} measures={latest(standing)} label={`In force on ${formatDay(day)}`} columns />
      )}
      {(standing.length > MOST || ended.length > 0) && (
        <p className="mt-2 text-xs text-muted">
          {standing.length > MOST && `${standing.length - MOST} older ones stand too. `}
          {ended.length > 0 && `${formatPlural(ended.length, 'measure')} had ended by then.`}
        </p>
      )}
    </Card>
  )
}

/** The same, once it is read. */
export async function MeasuresWhenRead({ measures, href }: { measures: Promise<MeasuresView>; href: string }) {
  return <MeasuresSection measures={await measures} href={href} />
}
