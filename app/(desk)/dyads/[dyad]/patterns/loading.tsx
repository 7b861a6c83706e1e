import { Skeleton } from '@/components/ui/skeleton'

/** The patterns in outline, until the record is read. */
export default function LoadingPatterns() {
  return (
    <div role="status">
      <span className="sr-only">Loading the patterns…</span>
      <Skeleton className="mb-3 h-8 w-72 max-w-full" />
      <Skeleton className="mb-6 h-12 w-96 max-w-full" />
      <Skeleton className="mb-6 h-80 w-full" />
      <Skeleton className="h-[30rem] w-full" />
    </div>
  )
}
