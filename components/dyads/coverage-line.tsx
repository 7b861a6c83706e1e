import { CheckForm } from '@/components/dyads/check-form'
import { WithdrawCheck } from '@/components/dyads/withdraw-check'
import { formatDay } from '@/lib/core/calendar'
import type { CheckView, DyadView } from '@/lib/dyads/views'

const DAY_MS = 86_400_000

interface CoverageLineProps {
  view: DyadView
  check: CheckView | undefined
  mayCheck: boolean
}

/** Whether the shown week's sources were attested as checked, by whom; and the button to say so, or to take it back. */
export function CoverageLine({ view, check, mayCheck }: CoverageLineProps) {
  const { dyadId, shown } = view
  if (check?.checked) {
    const on = formatDay(Math.floor(Date.parse(check.at) / DAY_MS))
    return (
      <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <p>
          ✓ Sources checked, nothing more to report: {check.by}, {on}
          {check.note !== '' && ` (${check.note})`}
        </p>
        {mayCheck && <WithdrawCheck dyadId={dyadId} weekStart={shown.weekStart} />}
      </div>
    )
  }
  return (
    <div className="text-sm text-muted">
      <p className="mb-2">
        {shown.coverage === 'incidents'
          ? 'Incidents were logged, but nobody attested that the sources hold nothing more.'
          : 'Not checked: no incident, and nobody attested that there was none.'}
        {check && ` The check by ${check.by} was withdrawn.`}
      </p>
      {mayCheck && <CheckForm dyadId={dyadId} weeks={[{ weekStart: shown.weekStart, label: shown.weekId }]} />}
    </div>
  )
}
