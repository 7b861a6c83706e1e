import { Skeleton } from '@/components/ui/skeleton'

/** A comparison in outline, until its series are read. */
export default function LoadingCompare() {
  return (
    <div role="status">
      <span className="sr-only">Loading the comparison…</span>
      <Skeleton className="mb-5 h-8 w-48" />
      <Skeleton className="mb-5 h-24 w-full" />
      <Skeleton className="mb-6 h-[32rem] w-full" />
      <Skeleton className="h-80 w-full" />
    </div>
  )
}
