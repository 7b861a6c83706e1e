import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While briefings and drafts are read. */
export default function BriefingsLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-48" />
      <SkeletonRows rows={8} label="Reading the briefings" />
    </>
  )
}
