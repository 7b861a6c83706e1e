import Link from 'next/link'
import { CoverageLine } from '@/components/dyads/coverage-line'
import { type DyadAddress, dyadPath } from '@/components/dyads/dyad-address'
import { LargestList } from '@/components/dyads/largest-list'
import { WeekPartsTable } from '@/components/dyads/week-parts-table'
import { Card } from '@/components/ui/card'
import { isCovered } from '@/lib/charts/points'
import { formatDay, formatDayRange, weekEndOf } from '@/lib/core/calendar'
import type { CheckView, DyadView, WeekParts } from '@/lib/dyads/views'

interface WeekSectionProps {
  view: DyadView
  parts: Promise<WeekParts>
  address: DyadAddress
  checks: readonly CheckView[]
  mayCheck: boolean
}

/** The shown week's incidents with what each adds, its coverage, and the largest contributions on its last day. */
export async function WeekSection({ view, parts: awaited, address, checks, mayCheck }: WeekSectionProps) {
  const parts = await awaited
  const { shown } = view
  const check = checks.find(({ weekStart }) => weekStart === shown.weekStart)
  return (
    <div className="grid grid-cols-1 gap-6">
      <Card
        id="week"
        title={`Incidents of ${shown.weekId} (${shown.incidents})`}
        lead={formatDayRange(shown.weekStart, weekEndOf(shown.weekStart))}
        padded={false}
      >
        {parts.incidents.length === 0 ? (
          <p className="px-4 py-6 text-sm text-muted">
            {isCovered(shown)
              ? 'No incident in this week; the score only faded.'
              : 'No incident was logged for this week.'}
          </p>
        ) : (
          <WeekPartsTable
            parts={parts.incidents}
            caption={`Incidents of ${shown.weekId}, by their part of the change`}
          />
        )}
        {parts.nextIncidents !== null && (
          <p className="border-t px-4 py-2 text-sm">
            <Link href={`${dyadPath({ ...address, after: parts.nextIncidents })}#week`} className="link">
              More incidents of this week
            </Link>
          </p>
        )}
        <div className="border-t px-4 py-3">
          <CoverageLine view={view} check={check} mayCheck={mayCheck} />
        </div>
      </Card>
      {isCovered(shown) && parts.largest.length > 0 && (
        <Card
          id="largest"
          title={`Largest contributions on ${formatDay(parts.lastDay)}`}
          lead="Old and new incidents, by what they still add"
        >
          <LargestList parts={parts.largest} />
        </Card>
      )}
    </div>
  )
}
