import Link from 'next/link'
import { type ReviewAddress, reviewPath } from '@/components/review/review-address'

/** The way to the further pages of the queue. */
export function QueuePages({ address: { filter, after }, next }: { address: ReviewAddress; next: string | null }) {
  if (!next && !after) return null
  return (
    <nav aria-label="Pages of the queue" className="flex flex-wrap gap-x-4 gap-y-1 border-t px-3 py-2 text-sm">
      {after && (
        <Link className="link" href={reviewPath({ filter })}>
          Back to the first
        </Link>
      )}
      {next && (
        <Link className="link" href={reviewPath({ filter, after: next })}>
          Those after
        </Link>
      )}
    </nav>
  )
}
