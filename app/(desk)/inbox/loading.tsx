import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While the inbox is read. */
export default function InboxLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-40" />
      <SkeletonRows rows={8} label="Reading the inbox" />
    </>
  )
}
