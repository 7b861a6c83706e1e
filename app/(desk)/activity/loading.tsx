import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While the log is read. */
export default function ActivityLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-40" />
      <SkeletonRows rows={8} label="Reading the log" />
    </>
  )
}
