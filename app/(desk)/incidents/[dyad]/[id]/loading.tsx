import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While the incident is read. */
export default function IncidentLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-2/3" />
      <SkeletonRows rows={10} label="Reading the incident" />
    </>
  )
}
