import { CATEGORY_LABELS } from '@/lib/core/codebook'
import { codesOf } from '@/lib/core/dyad'
import { countryName } from '@/lib/countries'
import { formatCount, formatPlural } from '@/lib/format'
import type { BatchCandidates } from '@/lib/review/views'

/** Rows that a tally lists before it sums up the others. */
const MOST_ROWS = 8

interface TallyRow {
  label: string
  count: number
}

function Tally({ title, rows }: { title: string; rows: TallyRow[] }) {
  const others = rows.slice(MOST_ROWS)
  const rest = { label: `${formatCount(others.length)} more`, count: others.reduce((sum, { count }) => sum + count, 0) }
  const shown = others.length > 0 ? [...rows.slice(0, MOST_ROWS), rest] : rows
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <dl className="mt-1 text-sm">
        {shown.map(({ label, count }) => (
          <div key={label} className="flex justify-between gap-4 border-b py-1 last:border-b-0">
            <dt>{label}</dt>
            <dd className="tabular-nums">{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What a bulk approval would take in, by dyad and by category. */
export function CandidateTally({ candidates: { byDyad, byCategory } }: { candidates: BatchCandidates }) {
  const dyadWords = (dyadId: string) => codesOf(dyadId).map(countryName).join(' – ')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Tally
        title={formatPlural(byDyad.length, 'dyad')}
        rows={byDyad.map(({ dyadId, count }) => ({ label: dyadWords(dyadId), count }))}
      />
      <Tally
        title="By category"
        rows={byCategory.map(({ category, count }) => ({
          label: category ? CATEGORY_LABELS[category] : 'None',
          count,
        }))}
      />
    </div>
  )
}
