import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

/** While the form is made ready. */
export default function NewIncidentLoading() {
  return (
    <>
      <Skeleton className="mb-5 h-8 w-2/3" />
      <SkeletonRows rows={10} label="Making the form ready" />
    </>
  )
}
