import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While rules, lists and alerts are read. */
export default function WatchLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-40" />
      <SkeletonRows rows={8} label="Reading what you watch" />
    </>
  )
}
