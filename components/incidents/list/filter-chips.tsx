import Link from 'next/link'
import type { FilterChip } from '@/components/incidents/list/filter-words'
import { filterQuery } from '@/lib/incidents/filter'

/** The filters that are on, each of which can be taken off. */
export function FilterChips({ chips, path = '/incidents' }: { chips: FilterChip[]; path?: string }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap gap-2" data-print="hide">
      {chips.map(({ key, words, without }) => (
        <li key={key}>
          <Link
            href={`${path}${filterQuery(without)}`}
            className="inline-flex h-7 items-center gap-1.5 rounded border border-line-strong bg-sunken px-2 text-xs hover:bg-raised"
          >
            <span className="sr-only">Take off the filter: </span>
            {words}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={path} className="link inline-flex h-7 items-center px-1 text-xs">
            Clear all
          </Link>
        </li>
      )}
    </ul>
  )
}
