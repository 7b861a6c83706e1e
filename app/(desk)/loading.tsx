import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** What a desk page shows until its data is there. */
export default function Loading() {
  return (
    <div>
      <Skeleton className="mb-2 h-7 w-64 max-w-full" />
      <Skeleton className="mb-6 h-4 w-96 max-w-full" />
      <SkeletonRows rows={8} label="Loading the page" />
    </div>
  )
}
