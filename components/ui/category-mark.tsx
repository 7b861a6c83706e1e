import { CATEGORY_LABELS, type Category } from '@/lib/core/codebook/categories'
import { CATEGORY_COLOURS } from '@/lib/palette'

/** A category: its swatch and its name. `bare` leaves only the swatch, where the name stands beside it already. */
export function CategoryMark({ category, bare }: { category: Category; bare?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span
        aria-hidden="true"
        className="inline-block size-2.5 shrink-0 rounded-[2px]"
        style={{ backgroundColor: CATEGORY_COLOURS[category].css }}
      />
      {!bare && CATEGORY_LABELS[category]}
    </span>
  )
}
