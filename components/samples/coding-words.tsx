import { CategoryMark } from '@/components/ui/category-mark'
import { formatDay } from '@/lib/core/calendar'
import { indicatorOf } from '@/lib/core/codebook'
import type { CodingView } from '@/lib/samples/views'

/** An indicator with its category's swatch; `full` adds its name. */
export function CodeText({ code, full }: { code: string; full?: boolean }) {
  const indicator = indicatorOf(code)
  return (
    <span className="inline-flex items-baseline gap-1.5">
      {indicator && <CategoryMark category={indicator.category} bare />}
      <span>
        <span className="whitespace-nowrap tabular-nums">{code}</span>
        {full && indicator && ` ${indicator.label}`}
      </span>
    </span>
  )
}

/** How somebody coded an incident, in a cell: indicator and day, or that it could not be coded. */
export function CodingText({ coding }: { coding: CodingView }) {
  if (!coding.codable) return <span className="text-muted">cannot be coded</span>
  return (
    <span className="whitespace-nowrap">
      {coding.code && <CodeText code={coding.code} />}
      {coding.startDay !== null && <span className="text-xs text-muted"> {formatDay(coding.startDay)}</span>}
    </span>
  )
}
